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
  /** Weights are made anew after so many cases, which saves time; 1 where it is not said. */
  readonly batch?: number;
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
  const model = { classes, weights: new Float64Array(features * classes) };
  const averages = new DualAverages(model, options);
  const { batch: size = 1 } = options;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffled(cases, epoch + 1);
    for (let start = 0; start < order.length; start += size) {
      const batch = order.slice(start, start + size);
      const touched = featuresOf(batch, features);
      averages.refresh(touched, batch.length);
      for (const each of batch) averages.add(each, errorsOf(model, each));
      averages.close(touched);
    }
  }
  averages.refresh(
    Int32Array.from({ length: features }, (_, feature) => feature),
    0,
  );
  return model;
}

/** The features that any of some cases has, each once. */
function featuresOf(batch: readonly ClassifiedCase[], features: number): Int32Array {
  const marks = new Uint8Array(features);
  const found: number[] = [];
  for (const each of batch) {
    for (let place = 0; place < each.features.length; place++) {
      const feature = each.features[place] ?? 0;
      if (marks[feature] === 0) found.push(feature);
      marks[feature] = 1;
    }
  }
  return Int32Array.from(found);
}

/** The slope of the log-likelihood in each class's score, turned round. */
function errorsOf(model: Multinomial, each: ClassifiedCase): Float64Array {
  const chances = classChances(model, each.features, each.values);
  const right = each.classes.reduce((sum, at) => sum + (chances[at] ?? 0), 0) || 1;
  const errors = chances.map((chance) => chance * each.weight);
  for (const at of each.classes) errors[at] = (errors[at] ?? 0) - (each.weight * (chances[at] ?? 0)) / right;
  return errors;
}

/** What the weights of a model follow from: the sums of their gradients and of the squares of these. */
class DualAverages {
  readonly #model: Multinomial;
  readonly #options: MultinomialOptions;
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  /** The gradients of a batch. */
  readonly #slopes: Float64Array;
  #seen = 0;

  constructor(model: Multinomial, options: MultinomialOptions) {
    this.#model = model;
    this.#options = options;
    this.#sums = new Float64Array(model.weights.length);
    this.#squares = new Float64Array(model.weights.length);
    this.#slopes = new Float64Array(model.weights.length);
  }

  add({ features, values }: ClassifiedCase, errors: Float64Array): void {
    const { classes } = this.#model;
    const slopes = this.#slopes;
    for (let place = 0; place < features.length; place++) {
      const start = (features[place] ?? 0) * classes;
      const value = values?.[place] ?? 1;
      for (let at = 0; at < classes; at++)
        slopes[start + at] = (slopes[start + at] ?? 0) + value * (errors[at] ?? 0);
    }
  }

  /** Ends a batch that touched some features. */
  close(touched: Int32Array): void {
    const { classes } = this.#model;
    const [sums, squares, slopes] = [this.#sums, this.#squares, this.#slopes];
    for (const feature of touched) {
      const end = (feature + 1) * classes;
      for (let at = feature * classes; at < end; at++) {
        const slope = slopes[at] ?? 0;
        sums[at] = (sums[at] ?? 0) + slope;
        squares[at] = (squares[at] ?? 0) + slope * slope;
        slopes[at] = 0;
      }
    }
  }

  /** Makes the weights of some features those that follow from all gradients so far, before so many cases more. */
  refresh(touched: Int32Array, coming: number): void {
    this.#seen += coming;
    const { classes, weights } = this.#model;
    const [sums, squares] = [this.#sums, this.#squares];
    const { rate, sparsity, shrinkage } = this.#options;
    const held = sparsity * this.#seen;
    const shrunk = 1 + rate * shrinkage * this.#seen;
    for (const feature of touched) {
      const end = (feature + 1) * classes;
      for (let at = feature * classes; at < end; at++) {
        const sum = sums[at] ?? 0;
        const beyond = Math.abs(sum) - held;
        weights[at] =
          beyond <= 0 ? 0 : (-Math.sign(sum) * rate * beyond) / (shrunk + Math.sqrt(squares[at] ?? 0));
      }
    }
  }
}

/** The chance of each class, summing to 1. */
export function classChances(
  { classes, weights }: Multinomial,
  features: ArrayLike<number>,
  values?: ArrayLike<number>,
): Float64Array {
  const scores = new Float64Array(classes);
  for (let place = 0; place < features.length; place++) {
    const value = values?.[place] ?? 1;
    const start = (features[place] ?? 0) * classes;
    for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) + value * (weights[start + at] ?? 0);
  }
  let top = -Infinity;
  for (const score of scores) top = Math.max(top, score);
  let total = 0;
  for (let at = 0; at < classes; at++) {
    const mass = Math.exp((scores[at] ?? 0) - top);
    scores[at] = mass;
    total += mass;
  }
  for (let at = 0; at < classes; at++) scores[at] = (scores[at] ?? 0) / total;
  return scores;
}
