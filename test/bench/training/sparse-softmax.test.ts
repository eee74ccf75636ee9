import { describe, expect, it } from 'vitest';
import { learnSparse, type SparseList, sparseScores } from '../../../bench/training/sparse-softmax.js';

/** Three candidates, each with one feature of its own; the second is right. */
const list: SparseList = {
  columns: Uint16Array.from([0, 1, 2]),
  values: Float32Array.from([1, 1, 1]),
  ends: Int32Array.from([1, 2, 3]),
  targets: Float32Array.from([0, 1, 0]),
};

describe('learning with few features a candidate', () => {
  it('gives right candidates the highest score', () => {
    const weights = learnSparse([list], 3, { epochs: 50, rate: 0.1, penalty: 1e-3 });
    const [first = 0, right = 0, last = 0] = sparseScores(list, weights);
    expect(right).toBeGreaterThan(first + 1);
    expect(first).toBeCloseTo(last);
  });

  it('learns nothing from a list in which nothing is right', () => {
    const open = { ...list, targets: new Float32Array(3) };
    expect([...learnSparse([open], 3, { epochs: 5, rate: 0.1, penalty: 0 })]).toEqual([0, 0, 0]);
  });

  it('scores a row by its own features only', () => {
    const two: SparseList = { ...list, ends: Int32Array.from([2, 3]), targets: Float32Array.from([1, 0]) };
    expect([...sparseScores(two, Float64Array.from([1, 2, 4]))]).toEqual([3, 4]);
  });
});
