import { expect, test } from 'vitest';
import { crossValidateWatches, learnWatches, type WatchCase } from '../../../bench/training/learn-watches.js';

/** Articles about the words have them in their titles, the others far down. */
const cases: readonly WatchCase[] = Array.from({ length: 40 }, (_, at) => {
  const isAbout = at % 2 === 0;
  const much = isAbout ? 1 : 0.2;
  return {
    words: `watch ${at % 8}`,
    aboutness: { title: isAbout ? 1 : 0, lead: much, together: much, central: 0.2 },
    isAbout,
  };
});

test('the weights of a watch count what tells articles apart, and judge watches that they were not learned from', () => {
  const { title, central } = learnWatches(cases);
  expect(title).toBeGreaterThan(1);
  expect(Math.abs(central)).toBeLessThan(0.1);
  expect(crossValidateWatches(cases)).toContain('precision 1.00, recall 1.00');
});
