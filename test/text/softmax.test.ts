import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmax } from '../../src/text/softmax.js';

describe('scores as shares', () => {
  it('sum to 1 and keep their order, however great they are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (scores) => {
        const shares = softmax(scores);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        for (const [at, share] of shares.entries()) {
          expect(share >= 0 && share <= 1).toBe(true);
          if ((scores[at] ?? 0) > (scores[0] ?? 0)) expect(share).toBeGreaterThanOrEqual(shares[0] ?? 1);
        }
      }),
    );
  });

  it('are none for no scores', () => {
    expect(softmax([])).toEqual([]);
  });
});
