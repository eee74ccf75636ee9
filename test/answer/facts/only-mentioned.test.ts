import { describe, expect, it } from 'vitest';
import { onlyMentioned } from '../../../src/answer/facts/only-mentioned.js';
import { factOf } from './ranked.js';

describe('one of several that is asked for', () => {
  const mentioned = (...sentences: string[]): number =>
    factOf(onlyMentioned, 'Which Iraqi base was hit by the rockets?', ...sentences);

  it.each(['Rockets hit an Iraqi base.', 'Rockets hit several bases.', 'Rockets hit Iraqi bases.'])(
    'is only mentioned: %s',
    (sentence) => {
      expect(mentioned(sentence)).toBe(1);
    },
  );

  it.each([
    'Rockets hit an Iraqi base called Camp Taji.',
    'Rockets hit a base, Taji base, at night.',
    'Rockets hit the Iraqi base.',
    'Rockets hit Camp Taji.',
  ])('is named, or may be known: %s', (sentence) => {
    expect(mentioned(sentence)).toBe(0);
  });

  it('may be named in another good candidate', () => {
    expect(mentioned('Rockets hit an Iraqi base.', 'The Taji base was hit by rockets.')).toBe(0);
  });

  it.each([
    ['Which general was hit by rockets?', 'Rockets hit an Iraqi general.'],
    ['Which two bases were hit by rockets?', 'Rockets hit Iraqi bases.'],
    ['Was a base hit by rockets?', 'Rockets hit an Iraqi base.'],
  ])('is asked for with “which”, and is no person: %s', (question, sentence) => {
    expect(factOf(onlyMentioned, question, sentence)).toBe(0);
  });
});
