import type { PackedTypeModel } from '../../../src/answer/question/type-model.js';
import type { Multinomial } from '../multinomial.js';
import type { TypeClass } from './type-classes.js';

/** What a step of a feature's weight stands for. */
const UNIT = 0.08;
/** How many steps a weight has at least to be kept, and all weights of a feature together. */
const LEAST_STEPS = 2;
const LEAST_STEPS_TOGETHER = 4;

/**
 * A learned model as it is kept: weights in whole numbers of steps, without the smallest.
 * @param names of the features, whose weights follow those of the meaning's values
 */
export function packTypeModel(
  classes: readonly TypeClass[],
  meaningSize: number,
  names: readonly string[],
  { weights }: Multinomial,
): PackedTypeModel {
  const lines = names.flatMap((name, number) => {
    const start = (meaningSize + number) * classes.length;
    const kept = classes.flatMap((_, at) => {
      const steps = Math.round((weights[start + at] ?? 0) / UNIT);
      return Math.abs(steps) < LEAST_STEPS ? [] : [{ at, steps }];
    });
    const together = kept.reduce((sum, { steps }) => sum + Math.abs(steps), 0);
    if (together < LEAST_STEPS_TOGETHER) return [];
    return [`${name}\t${kept.map(({ at, steps }) => `${at}:${steps}`).join(' ')}`];
  });
  const meaning = weights.subarray(0, meaningSize * classes.length);
  const greatest = meaning.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const meaningUnit = Number((greatest / 127 || 1).toPrecision(3));
  return {
    types: classes.map(({ type }) => type),
    unit: UNIT,
    features: lines.join('\n'),
    meaningUnit,
    meaning: Buffer.from(
      Int8Array.from(meaning, (weight) => Math.max(-127, Math.min(127, Math.round(weight / meaningUnit))))
        .buffer,
    ).toString('base64'),
  };
}
