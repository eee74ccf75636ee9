import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindsOf, kindTest } from '../../../src/text/lexicon/noun-hierarchy.js';
import { anyText } from '../any-text.js';

describe('a kind of something', () => {
  it.each([
    ['butterfly', 'insect'],
    ['butterflies', 'insects'],
    ['python', 'animal'],
    ['gasoline', 'fuel'],
    ['swimming', 'sport'],
    ['california', 'state'],
    ['france', 'country'],
  ])('a %s is a kind of %s', (noun, kind) => {
    expect(kindTest(kind)(noun)).toBe(true);
  });

  it.each([
    ['insect', 'butterfly'],
    ['insect', 'insect'],
    ['gasoline', 'animal'],
    ['california', 'country'],
    ['dog', 'entity'],
    ['', ''],
  ])('a %s is no kind of %s', (noun, kind) => {
    expect(kindTest(kind)(noun)).toBe(false);
  });

  it('is told of any text', () => {
    fc.assert(fc.property(anyText(), anyText(), (noun, kind) => typeof kindTest(kind)(noun) === 'boolean'));
  });
});

describe('the kinds of a noun', () => {
  it('are those of its commonest sense', () => {
    const shared = (noun: string, other: string) =>
      kindsOf(noun).filter((kind) => kindsOf(other).includes(kind));
    expect(shared('singer', 'musician').length).toBeGreaterThan(shared('singer', 'inventor').length);
    expect(shared('dogs', 'cat').length).toBeGreaterThan(shared('dogs', 'woman').length);
  });

  it('are none for what is no noun', () => {
    expect(kindsOf('zzxqy')).toEqual([]);
  });
});
