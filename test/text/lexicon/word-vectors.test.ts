import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWordVector,
  compareWith,
  cosine,
  VECTOR_SIZE,
  vectorRow,
  wordRarity,
} from '../../../src/text/lexicon/word-vectors.js';
import { anyText } from '../any-text.js';

const similarity = (left: string, right: string): number =>
  compareWith([left])(vectorRow(right))[0] ?? Number.NaN;

describe('the nearness of words', () => {
  it.each([
    ['troops', 'soldiers', 'bananas'],
    ['toll', 'deaths', 'violins'],
    ['sacked', 'resigned', 'painted'],
    ['parliament', 'lawmakers', 'oceans'],
  ])('%s: %s rather than %s', (word, near, far) => {
    expect(similarity(word, near)).toBeGreaterThan(similarity(word, far) + 0.2);
  });

  it('is one for the same word, and nothing for a word that is not known', () => {
    expect(similarity('troops', 'troops')).toBeCloseTo(1);
    expect(similarity('troops', 'qwertzuiop')).toBe(0);
    expect(similarity('qwertzuiop', 'qwertzuiop')).toBe(0);
  });

  it('is the same either way, and never beyond one, for any text', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('troops', 'vote', 'of'), (word, known) => {
        expect(similarity(word, known)).toBeCloseTo(similarity(known, word));
        expect(Math.abs(similarity(word, known))).toBeLessThanOrEqual(1.001);
      }),
    );
  });
});

describe('the gist of some words', () => {
  const gist = (...words: string[]): Float32Array => {
    const sum = new Float32Array(VECTOR_SIZE);
    for (const word of words) addWordVector(sum, word, 1);
    return sum;
  };

  it('comes near that of other words on the same subject', () => {
    const war = gist('troops', 'invaded');
    expect(cosine(war, gist('army', 'attack'))).toBeGreaterThan(cosine(war, gist('album', 'guitar')));
  });

  it('is near to nothing where no word is known', () => {
    expect(cosine(gist('qwertzuiop'), gist('troops'))).toBe(0);
  });
});

it('a rare word is rarer than a common one, and an unknown word than both', () => {
  expect(wordRarity('the')).toBe(0);
  expect(wordRarity('parliament')).toBeGreaterThan(wordRarity('government'));
  expect(wordRarity('qwertzuiop')).toBeGreaterThan(wordRarity('parliament'));
});
