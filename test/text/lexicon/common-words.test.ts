import { describe, expect, it } from 'vitest';
import { isKnownWord, usualPassageShare } from '../../../src/text/lexicon/common-words.js';
import { stem } from '../../../src/text/stems.js';

describe('how usual a word is', () => {
  it('is a chance, greater for common words than for names', () => {
    const [common, rare, name] = ['say', 'parliament', 'soleimani'].map((word) =>
      usualPassageShare(stem(word)),
    );
    expect(common).toBeLessThan(1);
    expect(common).toBeGreaterThan(rare ?? 1);
    expect(rare).toBeGreaterThan(name ?? 1);
    expect(name).toBeGreaterThan(0);
  });

  it.each(['__proto__', 'constructor', 'valueof', ''])(
    'is the same for %j as for any unknown word',
    (term) => {
      expect(usualPassageShare(term)).toBe(usualPassageShare('soleimani'));
    },
  );
});

describe('a known word', () => {
  it.each(['troops', 'vote', 'parliament', 'expulsion'])('is an ordinary one: %s', (word) => {
    expect(isKnownWord(stem(word))).toBe(true);
  });

  it.each(['soleimani', 'halbousi', 'parlaiment', '__proto__', 'tostring'])('is not %s', (word) => {
    expect(isKnownWord(stem(word))).toBe(false);
  });
});
