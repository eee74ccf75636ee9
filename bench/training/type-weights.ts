import type { PackedTypeModel } from '../../src/answer/question/type-model.js';
import type { TypeModel } from './learn-types.js';

/** What a step of a kept weight stands for. */
const UNIT = 0.04;

/** A learned model as it is kept: weights in whole numbers of steps, without those that come to less than one. */
export function packTypeModel({ classes, numbers, learned }: TypeModel): PackedTypeModel {
  const features: Record<string, number[]> = {};
  for (const [name, number] of numbers) {
    const start = number * learned.classes;
    const pairs = classes.flatMap((_, at) => {
      const steps = Math.round((learned.weights[start + at] ?? 0) / UNIT);
      return steps === 0 ? [] : [at, steps];
    });
    if (pairs.length > 0) features[name] = pairs;
  }
  return { types: classes.map(({ type }) => type), unit: UNIT, features };
}
