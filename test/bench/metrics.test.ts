import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactMatch,
  foldQuote,
  holdsAnswer,
  normaliseSquad,
  tokenF1,
} from '../../bench/metrics/answer-text.js';
import { expectedCalibrationError, reliabilityTable } from '../../bench/metrics/calibration.js';
import { averagePrecision, firstRank, reciprocalRank } from '../../bench/metrics/ranking.js';
import { auroc } from '../../bench/metrics/separation.js';
import { percentile } from '../../bench/metrics/times.js';

describe('ranking figures', () => {
  it('count from the first right place', () => {
    expect(firstRank(['a', 'b', 'c'], new Set(['c', 'b']))).toBe(2);
    expect(firstRank(['a'], new Set(['b']))).toBeNull();
    expect(reciprocalRank(4)).toBe(0.25);
    expect(reciprocalRank(null)).toBe(0);
    expect(reciprocalRank(11, 10)).toBe(0);
  });

  it('average the precision at each right place', () => {
    expect(averagePrecision([true, false, true])).toBeCloseTo((1 + 2 / 3) / 2);
    expect(averagePrecision([false, false])).toBe(0);
  });
});

describe('the area under the ROC curve', () => {
  it('is the share of pairs in the right order, ties counting half', () => {
    // Pairs: 3>1, 3>2, 2>1, 2=2.
    expect(auroc([3, 2], [1, 2])).toBe(3.5 / 4);
    expect(auroc([1], [2])).toBe(0);
  });

  it('turns round when positives and negatives change places', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (left, right) => {
        expect(auroc(left, right) + auroc(right, left)).toBeCloseTo(1);
      }),
    );
  });
});

describe('the reliability table', () => {
  it('counts in tenths, 1 in the last', () => {
    const bins = reliabilityTable([
      { confidence: 0.3, right: false },
      { confidence: 0.35, right: true },
      { confidence: 1, right: true },
    ]);
    expect(bins.map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.3, 2, 0.5],
      [0.9, 1, 1],
    ]);
  });

  it('weighs the distance between said and true by use', () => {
    const bins = reliabilityTable([
      { confidence: 0.5, right: true },
      { confidence: 0.5, right: false },
      { confidence: 0.9, right: false },
    ]);
    expect(expectedCalibrationError(bins)).toBeCloseTo(0.9 / 3);
  });
});

describe('squad answers', () => {
  it('are compared without case, articles and punctuation', () => {
    expect(normaliseSquad('The U.S.  Army,')).toBe('us army');
    expect(exactMatch('the Army.', ['Navy', 'Army'])).toBe(1);
    expect(exactMatch('armies', ['Army'])).toBe(0);
  });

  it('share words with the best-fitting answer', () => {
    // Two of three words given, two of two wanted.
    expect(tokenF1('nearly US$ 12', ['US 12', 'a dozen'])).toBeCloseTo(0.8);
    expect(tokenF1('x', ['y'])).toBe(0);
  });
});

describe('an answer in a quote', () => {
  it('stands as whole words, whatever case, accents and quotation marks', () => {
    expect(holdsAnswer('He starred in “Full House,” they said.', ['“Full House”'])).toBe(true);
    expect(holdsAnswer('Beyoncé sang.', ['BEYONCE'])).toBe(true);
    expect(holdsAnswer('Sudanese troops', ['Sudan'])).toBe(false);
  });

  it('is no part of a longer number', () => {
    expect(holdsAnswer('It cost 1,700.', ['700'])).toBe(false);
    expect(holdsAnswer('It cost 700.50', ['700'])).toBe(false);
    expect(holdsAnswer('It cost $700, or 700.', ['700'])).toBe(true);
  });

  it('is not everything when the answer folds to nothing', () => {
    expect(foldQuote('—')).toBe('');
    expect(holdsAnswer('anything', ['—'])).toBe(false);
  });
});

describe('percentiles', () => {
  it('are values of the list', () => {
    expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3);
    expect(percentile([5, 1, 3, 2, 4], 0.95)).toBe(5);
    expect(percentile([], 0.5)).toBeNaN();
  });
});
