import { shuffled } from '../shuffle.js';

/** Something to classify: the numbers of its features and the classes it may be of. */
export interface ClassifiedCase {
  readonly features: ArrayLike<number>;
  /** The value of each feature; 1 where it is not said. */
  readonly values?: ArrayLike<number>;
  /** Numbers of classes; several where what is known of the case does not tell them apart. */
  readonly classes: readonly number[];
  /** How much the case counts. */
  readonly weight: number;
}

export interface MultinomialOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L1 penalty, which makes most weights 0, and of the L2 penalty. */
  readonly sparsity: number;
  readonly shrinkage: number;
}

/** Weights of a multinomial logistic regression: those of each feature for all classes, one feature after another. */
export interface Multinomial {
  readonly classes: number;
  readonly weights: Float64Array;
}

/**
 * Learns a multinomial logistic regression by AdaGrad with regularised dual averaging (Duchi, Hazan and Singer 2011): a
 * weight follows from the sum of its gradients, and is exactly 0 as long as that stays below the L1 penalty. The chance
 * of a case is the sum over the classes it may be of. The same cases give the same weights.
 */
export function learnMultinomial(
  cases: readonly ClassifiedCase[],
  features: number,
  classes: number,
  options: MultinomialOptions,
): Multinomial {
  const weights = new Float64Array(features * classes);
  const sums = new Float64Array(features * classes);
  const squares = new Float64Array(features * classes);
  const errors = new Float64Array(classes);
  let seen = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const { features: active, values, classes: right, weight } of shuffled(cases, epoch + 1)) {
      seen += 1;
      for (let at = 0; at < active.length; at++) refresh(active[at] ?? 0);
      const chances = classChances({ classes, weights }, active, values);
      const rightMass = right.reduce((sum, at) => sum + (chances[at] ?? 0), 0);
      for (let at = 0; at < classes; at++) errors[at] = weight * (chances[at] ?? 0);
      for (const at of right)
        errors[at] = (errors[at] ?? 0) - (weight * (chances[at] ?? 0)) / (rightMass || 1);
      for (let number = 0; number < active.length; number++) {
        const start = (active[number] ?? 0) * classes;
        const value = values?.[number] ?? 1;
        for (let at = 0; at < classes; at++) {
          const error = value * (errors[at] ?? 0);
          sums[start + at] = (sums[start + at] ?? 0) + error;
          squares[start + at] = (squares[start + at] ?? 0) + error * error;
        }
      }
    }
  }
  for (let feature = 0; feature < features; feature++) refresh(feature);
  return { classes, weights };

  /** The weights of a feature as they follow from its gradients so far. */
  function refresh(feature: number): void {
    const end = (feature + 1) * classes;
    for (let at = feature * classes; at < end; at++) {
      const sum = sums[at] ?? 0;
      const beyond = Math.abs(sum) - options.sparsity * seen;
      weights[at] =
        beyond <= 0
          ? 0
          : (-Math.sign(sum) * options.rate * beyond) /
            (1 + Math.sqrt(squares[at] ?? 0) + options.rate * options.shrinkage * seen);
    }
  }
}

/** The chance of each class, summing to 1. */
export function classChances(
  { classes, weights }: Multinomial,
  active: ArrayLike<number>,
  values?: ArrayLike<number>,
): Float64Array {
  const scores = new Float64Array(classes);
  for (let number = 0; number < active.length; number++) {
    const start = (active[number] ?? 0) * classes;
    const value = values?.[number] ?? 1;
    for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) + value * (weights[start + at] ?? 0);
  }
  let top = -Infinity;
  for (const score of scores) top = Math.max(top, score);
  let total = 0;
  for (let at = 0; at < classes; at++) {
    const value = Math.exp((scores[at] ?? 0) - top);
    scores[at] = value;
    total += value;
  }
  for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) / total;
  return scores;
}
