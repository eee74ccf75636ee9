import { describe, expect, it } from 'vitest';
import { spanWeights } from '../../../bench/training/span-weights.js';

describe('the file of span weights', () => {
  const learned = {
    weights: new Map([
      ['traits|is: year', 1.234],
      ['traits|is: verb', 0.01],
      ['byForm|date|is: year', 2],
      ['byForm|date|after: in', 0.5],
      ['relations|near', 0.012],
      ['standing|again', 0.3],
      ['standing|first', 0],
    ]),
    chance: { always: -2.006, ofScore: 0.5, ofShare: 1 },
    report: '',
  };

  it('holds what was learned by its parts, the greatest first, and no trifling traits', () => {
    expect(spanWeights(learned)).toEqual({
      traits: { 'is: year': 1.23 },
      byForm: { date: { 'is: year': 2, 'after: in': 0.5 } },
      relations: { near: 0.01 },
      standing: { again: 0.3 },
      chance: { always: -2.01, ofScore: 0.5, ofShare: 1 },
    });
  });
});
