import { describe, expect, it } from 'vitest';
import { countHeld, meanOverlap, shingleOverlap } from '../../bench/metrics/page-text.js';

describe('the overlap of two texts', () => {
  it('counts runs of four words, as often as they occur', () => {
    expect(shingleOverlap('a b c d e', 'a b c d a b c d')).toEqual({ right: 1, wrong: 4, missed: 1 });
  });

  it('is nothing where nothing was found', () => {
    expect(shingleOverlap('a b c d', '')).toEqual({ right: 0, wrong: 0, missed: 1 });
  });

  it('is averaged over pages, long and short alike', () => {
    const { precision, recall } = meanOverlap([
      { right: 1, wrong: 0, missed: 1 },
      { right: 100, wrong: 100, missed: 0 },
    ]);
    expect([precision, recall]).toEqual([0.75, 0.75]);
  });
});

describe('strings held', () => {
  it('are found whatever the white space', () => {
    expect(countHeld(['the  old bridge', 'a new one'], 'On Monday the old\nbridge fell.')).toBe(1);
  });
});
