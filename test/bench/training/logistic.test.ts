import { expect, test } from 'vitest';
import { fitLogistic, type LogisticCase } from '../../../bench/training/logistic.js';

/** Two facts: the first goes with the label in three cases of four, the second goes against it. */
const cases = Array.from({ length: 40 }, (_, at): LogisticCase => {
  const label = at % 2 === 0 ? 1 : 0;
  const isUsual = at % 8 < 6;
  return { label, weight: 1, facts: [1, isUsual ? label : 1 - label, (at % 3) - label / 2] };
});

test('facts that go with the label get positive weights, others negative ones', () => {
  const [, along = 0, against = 0] = fitLogistic(cases, 1e-4);
  expect(along).toBeGreaterThan(0.5);
  expect(against).toBeLessThan(0);
});

test('a weight that must not be positive is 0 where it would be, and the others are fitted as if its fact were not there', () => {
  const held = fitLogistic(cases, 1e-4, new Set([1, 2]));
  const without = fitLogistic(
    cases.map((item) => ({ ...item, facts: [item.facts[0] ?? 0, item.facts[2] ?? 0] })),
    1e-4,
  );
  expect(held[1]).toBe(0);
  expect(held[0]).toBeCloseTo(without[0] ?? 0);
  expect(held[2]).toBeCloseTo(without[1] ?? 0);
});
