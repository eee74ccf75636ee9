import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, isSpellingVariant } from '../../src/text/spelling.js';

describe('spellings of one name', () => {
  it.each([
    ['suleimani', 'soleimani'],
    ['bagdad', 'baghdad'],
    ['moqtada', 'muqtada'],
    ['halbousi', 'halbusi'],
    ['parlament', 'parliament'],
    ['foriegn', 'foreign'],
    ['sulemani', 'soleimani'],
    ['muqtada', 'moktada'],
  ])('%s and %s', (left, right) => {
    expect(isSpellingVariant(left, right)).toBe(true);
    expect(isSpellingVariant(right, left)).toBe(true);
  });

  it.each([
    ['iran', 'iraq'],
    ['sunni', 'shiite'],
    ['war', 'was'],
    ['vote', 'note'],
    ['soleimani', 'nasrallah'],
    ['baghdad', 'haghdad'],
    ['nevada', 'navidad'],
    ['marine', 'morning'],
  ])('are not %s and %s', (left, right) => {
    expect(isSpellingVariant(left, right)).toBe(false);
  });
});

describe('the edit distance', () => {
  it('counts letters put in, left out and changed', () => {
    expect(editDistance('kitten', 'sitting', 9)).toBe(3);
    expect(editDistance('', 'abc', 9)).toBe(3);
    expect(editDistance('a'.repeat(100), 'a'.repeat(101), 2)).toBe(1);
    expect(editDistance('abc', 'abc', 9)).toBe(0);
  });

  it('is given up one past the limit', () => {
    expect(editDistance('soleimani', 'nasrallah', 2)).toBe(3);
  });

  it('is the same both ways, and no more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right, 9);
        expect(distance).toBe(editDistance(right, left, 9));
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(distance === 0).toBe(left === right);
      }),
    );
  });
});
