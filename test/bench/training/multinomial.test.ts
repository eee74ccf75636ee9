import { describe, expect, it } from 'vitest';
import { type ClassifiedCase, classChances, learnMultinomial } from '../../../bench/training/multinomial.js';

const OPTIONS = { epochs: 20, rate: 0.5, sparsity: 0, shrinkage: 0 };

/** Feature 0 is there in every case, 1 to 3 each in those of one class; feature 4 tells nothing. */
const cases = Array.from({ length: 60 }, (_, at): ClassifiedCase => {
  const right = at % 3;
  return { features: [0, 1 + right, ...(at % 2 ? [4] : [])], classes: [right], weight: 1 };
});

describe('a multinomial regression', () => {
  const learned = learnMultinomial(cases, 5, 3, OPTIONS);

  it('learns which class a feature is of', () => {
    for (const right of [0, 1, 2]) {
      const chances = classChances(learned, [0, 1 + right]);
      expect(chances[right]).toBeGreaterThan(0.8);
    }
  });

  it('gives chances that sum to 1', () => {
    for (const active of [[], [0], [1, 2, 3], [4]]) {
      const total = classChances(learned, active).reduce((sum, chance) => sum + chance, 0);
      expect(total).toBeCloseTo(1);
    }
  });

  it('gives the same weights for the same cases', () => {
    expect(learnMultinomial(cases, 5, 3, OPTIONS)).toEqual(learned);
  });

  it('leaves weights at 0 that tell nothing, where it is to be sparse', () => {
    const { weights } = learnMultinomial(cases, 5, 3, { ...OPTIONS, sparsity: 0.05 });
    expect([...weights.subarray(4 * 3)]).toEqual([0, 0, 0]);
    expect([...weights.subarray(3, 6)].some((weight) => weight !== 0)).toBe(true);
  });

  it('learns from cases that may be of several classes', () => {
    const vague = cases.map((item) => (item.classes[0] === 0 ? item : { ...item, classes: [1, 2] }));
    const chances = classChances(learnMultinomial(vague, 5, 3, OPTIONS), [0, 2]);
    expect((chances[1] ?? 0) + (chances[2] ?? 0)).toBeGreaterThan(0.8);
  });

  it('weighs features by their values', () => {
    const half = classChances(learned, [0, 1], [1, 0.5]);
    const whole = classChances(learned, [0, 1], [1, 1]);
    expect(half[0]).toBeLessThan(whole[0] ?? 0);
  });

  it('learns the same classes from several cases at a time', () => {
    const inBatches = learnMultinomial(cases, 5, 3, { ...OPTIONS, batch: 16 });
    for (const right of [0, 1, 2])
      expect(classChances(inBatches, [0, 1 + right])[right]).toBeGreaterThan(0.8);
  });
});
