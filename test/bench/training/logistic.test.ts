import { describe, expect, it } from 'vitest';
import { fitLogistic, type LogisticCase, logistic } from '../../../bench/training/logistic.js';

/** Two facts: the first goes with the label in three cases of four, the second goes against it. */
const cases = Array.from({ length: 40 }, (_, at): LogisticCase => {
  const label = at % 2 === 0 ? 1 : 0;
  const isUsual = at % 8 < 6;
  return { label, weight: 1, facts: [1, isUsual ? label : 1 - label, (at % 3) - label / 2] };
});

describe('a logistic regression', () => {
  it('weighs facts that go with the label, and against others', () => {
    const [, along = 0, against = 0] = fitLogistic(cases, 1e-4);
    expect(along).toBeGreaterThan(0.5);
    expect(against).toBeLessThan(0);
  });

  it('is as sure on the whole as the label is common', () => {
    const weights = fitLogistic(cases, 1e-4);
    const mean = cases.reduce((sum, { facts }) => sum + logistic(facts, weights), 0) / cases.length;
    expect(mean).toBeCloseTo(0.5);
  });

  it('keeps weights small where it is told to', () => {
    const [, free = 0] = fitLogistic(cases, 1e-4);
    const [, held = 0] = fitLogistic(cases, 10);
    expect(Math.abs(held)).toBeLessThan(0.1 * free);
  });
});
