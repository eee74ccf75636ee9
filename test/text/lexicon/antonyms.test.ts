import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oppositesOf } from '../../../src/text/lexicon/antonyms.js';
import { stem } from '../../../src/text/stems.js';
import { anyText } from '../any-text.js';

describe('the opposite of a word', () => {
  it.each([
    ['increase', 'decrease'],
    ['known', 'unknown'],
    ['public', 'private'],
    ['before', 'after'],
    ['first', 'second'],
    ['rise', 'fall'],
    ['north', 'south'],
  ])('%s: %s', (word, opposite) => {
    expect(oppositesOf(stem(word))).toContain(stem(opposite));
    expect(oppositesOf(stem(opposite))).toContain(stem(word));
  });

  it('is not a word of the same side', () => {
    expect(oppositesOf(stem('rise'))).not.toContain(stem('increase'));
  });

  it('is none for most words, and for any text', () => {
    expect(oppositesOf('soldier').size).toBe(0);
    fc.assert(fc.property(anyText(), (text) => !oppositesOf(text).has(text)));
  });
});
