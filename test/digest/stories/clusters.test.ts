import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averageLinkage } from '../../../src/digest/stories/clusters.js';

/** Likeness of numbers: 1 when equal, less the further apart. */
const near = (values: readonly number[]) => (a: number, b: number) =>
  1 / (1 + Math.abs((values[a] ?? 0) - (values[b] ?? 0)));

test('what is near comes together, what is far stays apart', () => {
  expect(averageLinkage(5, 0.5, near([1, 10, 1.1, 10.2, 50]))).toEqual([[0, 2], [1, 3], [4]]);
});

test('two groups join by the mean of all pairs, not by their nearest members', () => {
  // 0–1 and 2–3 are alike; 1–2 are alike too, but the mean over the four pairs between the groups is low.
  const pairs: Record<string, number> = { '0 1': 0.9, '2 3': 0.9, '1 2': 0.8 };
  const likeness = (a: number, b: number) => pairs[[a, b].sort().join(' ')] ?? 0;
  expect(averageLinkage(4, 0.5, likeness)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('nothing makes no groups', () => {
  expect(averageLinkage(0, 0.5, () => 1)).toEqual([]);
});

test('each thing is in one group, and the mean likeness within a group of two reaches the threshold', () => {
  const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (things, threshold) => {
      const groups = averageLinkage(things.length, threshold, near(things));
      expect(groups.flat().sort((a, b) => a - b)).toEqual(things.map((_, at) => at));
      for (const [a = 0, b = 0, ...rest] of groups.filter(({ length }) => length === 2)) {
        expect(rest).toEqual([]);
        expect(near(things)(a, b)).toBeGreaterThanOrEqual(threshold);
      }
    }),
  );
});
