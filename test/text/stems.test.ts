import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stems.js';

describe('the stem', () => {
  it.each([
    ['troops', 'troop'],
    ['voted', 'vote'],
    ['killings', 'killing'],
    ['parties', 'party'],
  ])('of %s is that of %s', (left, right) => {
    expect(stem(left)).toBe(stem(right));
  });

  it.each([
    ['said', 'say'],
    ['began', 'begin'],
    ['withdrew', 'withdraw'],
    ['men', 'man'],
    ['people', 'person'],
    ['dying', 'die'],
  ])('of the irregular form %s is that of %s', (left, right) => {
    expect(stem(left)).toBe(stem(right));
  });

  it.each(['3.5', '5200', '1.5bn', 'u.s.', 'at&t', 'москва', 'no', 'constructor'])(
    'of what is no plain word is the word itself: %s',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );

  it('of a word without end is the word itself', () => {
    const word = 'a'.repeat(100_000);
    expect(stem(word)).toBe(word);
  });
});
