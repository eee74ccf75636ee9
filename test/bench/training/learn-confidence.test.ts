import { expect, test } from 'vitest';
import type { ConfidenceCase } from '../../../bench/training/confidence-cases.js';
import { learnConfidence } from '../../../bench/training/learn-confidence.js';
import { logistic } from '../../../bench/training/logistic.js';

/** Questions with one fact, something that is missing, which tells the others fairly well, over a small archive or a large one. */
function cases(small: 0 | 1, shareRight: number): ConfidenceCase[] {
  return Array.from({ length: 200 }, (_, at) => {
    const answerable = at % 2 === 0;
    const lacking = (answerable ? 0 : 1) + ((at * 7) % 10) / 10;
    return {
      sort: small
        ? answerable
          ? 'answerable, dossier'
          : 'half-topic, dossier'
        : answerable
          ? 'answerable'
          : 'off-topic',
      facts: [1 - small, (1 - small) * lacking, small, small * lacking],
      answerable,
      right: answerable && at % 100 < 100 * shareRight,
      group: String(at),
    };
  });
}

test('what small archives are sure of is right as often as what others are', () => {
  const [large, small] = [cases(0, 0.9), cases(1, 0.5)];
  const { weights } = learnConfidence([...large, ...small]);
  const meanChance = (some: readonly ConfidenceCase[]): number => {
    const asked = some.filter(({ answerable }) => answerable);
    return asked.reduce((sum, { facts }) => sum + logistic(facts, weights), 0) / asked.length;
  };
  expect(meanChance(large)).toBeCloseTo(0.9, 1);
  expect(meanChance(small)).toBeCloseTo(0.5, 1);
});
