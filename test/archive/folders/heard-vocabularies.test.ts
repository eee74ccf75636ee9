import { expect, it } from 'vitest';
import { HeardVocabularies } from '../../../src/archive/folders/heard-vocabularies.js';
import { TellingVocabulary } from '../../../src/archive/folders/telling-vocabulary.js';

it('a vocabulary is heard as it is, though each term is told once', () => {
  const telling = new TellingVocabulary('1');
  const heard = new HeardVocabularies();
  for (const term of ['troop', 'iraq']) telling.next().numberOf(term);
  const first = heard.hear(telling.tell());
  for (const term of ['troop', 'vote']) telling.next().numberOf(term);
  const told = telling.tell();
  expect(told.terms).toEqual(['vote']);
  expect(heard.hear(told)).toBe(first);
  expect(first).toEqual(telling.next().terms);
});

it('vocabularies of several threads are kept apart', () => {
  const [one, other] = [new TellingVocabulary('1'), new TellingVocabulary('2')];
  const heard = new HeardVocabularies();
  one.next().numberOf('troop');
  other.next().numberOf('vote');
  expect([heard.hear(one.tell()), heard.hear(other.tell())]).toEqual([['troop'], ['vote']]);
});

it('what was told in between is missed', () => {
  const telling = new TellingVocabulary('1');
  telling.next().numberOf('troop');
  telling.tell();
  telling.next().numberOf('vote');
  expect(() => new HeardVocabularies().hear(telling.tell())).toThrow('not heard');
});
