import { describe, expect, it } from 'vitest';
import { learnWeights, rankOfRight, type TrainingList } from '../../../bench/training/listwise.js';

const OPTIONS = { epochs: 40, rate: 0.05, penalty: 1e-4 };

/** Candidates with two features each. */
function listOf(rows: readonly (readonly [number, number])[], right: readonly number[]): TrainingList {
  return { features: Float32Array.from(rows.flat()), width: 2, right, group: 'a' };
}

/** The first feature tells who is right, the second goes against it. */
const lists = Array.from({ length: 40 }, (_, at) =>
  at % 2 === 0
    ? listOf(
        [
          [1, 0],
          [0, 1],
          [0, 0],
        ],
        [0],
      )
    : listOf(
        [
          [0, 1],
          [0, 0],
          [1, 0],
        ],
        [2],
      ),
);

describe('learning to rank', () => {
  it('weighs what the right candidates have, and against what the others have', () => {
    const [along = 0, against = 0] = learnWeights(lists, 2, OPTIONS);
    expect(along).toBeGreaterThan(0.5);
    expect(against).toBeLessThan(0);
  });

  it('gives the same weights for the same lists', () => {
    expect(learnWeights(lists, 2, OPTIONS)).toEqual(learnWeights(lists, 2, OPTIONS));
  });

  it('learns nothing from lists in which nothing is right', () => {
    const open = lists.map((list) => ({ ...list, right: [] }));
    expect([...learnWeights(open, 2, OPTIONS)]).toEqual([0, 0]);
  });

  it('goes by the lists that count for more', () => {
    const turned = lists.map((list) => ({ ...list, right: list.right.map((row) => (row + 1) % 3) }));
    const heavier = (which: readonly TrainingList[]) => which.map((list) => ({ ...list, weight: 20 }));
    const [forFirst = 0] = learnWeights([...heavier(lists), ...turned], 2, OPTIONS);
    const [forTurned = 0] = learnWeights([...lists, ...heavier(turned)], 2, OPTIONS);
    expect(forFirst).toBeGreaterThan(0);
    expect(forTurned).toBeLessThan(0);
  });
});

describe('the rank of a right candidate', () => {
  const weights = Float64Array.from([1, -1]);

  it.each([
    [
      'is 0 where it comes first',
      [
        [1, 0],
        [0, 1],
      ],
      [0],
      0,
    ],
    [
      'counts those that come before it',
      [
        [1, 0],
        [0.5, 0],
        [0, 1],
      ],
      [2],
      2,
    ],
    [
      'is that of the best of several',
      [
        [0, 1],
        [1, 0],
        [0.5, 0],
      ],
      [0, 2],
      1,
    ],
    [
      'is behind those that score the same',
      [
        [1, 0],
        [1, 0],
      ],
      [1],
      1,
    ],
    ['is -1 where there is none', [[1, 0]], [], -1],
  ] as const)('%s', (_, rows, right, expected) => {
    expect(rankOfRight(listOf(rows, right), weights)).toBe(expected);
  });
});
