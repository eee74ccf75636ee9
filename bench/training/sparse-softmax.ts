import { shuffled } from '../shuffle.js';

/** The candidates of one question, a row of few features each. */
export interface SparseList {
  /** Numbers of the features that are not 0, row by row, and their values. */
  readonly columns: Uint16Array;
  readonly values: Float32Array;
  /** Where each row ends in them. */
  readonly ends: Int32Array;
  /** The share of each row, summing to 1; all 0 where no row is right. */
  readonly targets: Float32Array;
  /** How much the list counts; 1 where it is not said. */
  readonly weight?: number;
}

export interface SparseOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L2 penalty. */
  readonly penalty: number;
}

const BATCH = 64;

/**
 * Learns linear weights that give right candidates the greatest share: softmax over each list, cross entropy against its
 * targets, by Adam (Kingma and Ba 2015). The same as `learnWeights`, for many features of which a candidate has few.
 */
export function learnSparse(
  lists: readonly SparseList[],
  width: number,
  options: SparseOptions,
): Float64Array {
  const weights = new Float64Array(width);
  const [mean, square] = [new Float64Array(width), new Float64Array(width)];
  const useful = shuffled(
    lists.filter(({ targets }) => targets.some((target) => target > 0)),
    1,
  );
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - epoch / options.epochs);
    for (let start = 0; start < useful.length; start += BATCH) {
      const batch = useful.slice(start, start + BATCH);
      const gradient = new Float64Array(width);
      for (const list of batch) addGradient(list, weights, gradient);
      step += 1;
      for (let f = 0; f < width; f++) {
        const slope = (gradient[f] ?? 0) / batch.length + options.penalty * (weights[f] ?? 0);
        mean[f] = 0.9 * (mean[f] ?? 0) + 0.1 * slope;
        square[f] = 0.999 * (square[f] ?? 0) + 0.001 * slope * slope;
        const corrected = (mean[f] ?? 0) / (1 - 0.9 ** step);
        const spread = Math.sqrt((square[f] ?? 0) / (1 - 0.999 ** step));
        weights[f] = (weights[f] ?? 0) - (rate * corrected) / (spread + 1e-8);
      }
    }
  }
  return weights;
}

/** The score of each row. */
export function sparseScores({ columns, values, ends }: SparseList, weights: Float64Array): Float64Array {
  const scores = new Float64Array(ends.length);
  let at = 0;
  for (let row = 0; row < ends.length; row++) {
    let score = 0;
    for (; at < (ends[row] ?? 0); at++) score += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0);
    scores[row] = score;
  }
  return scores;
}

function addGradient(list: SparseList, weights: Float64Array, gradient: Float64Array): void {
  const scores = sparseScores(list, weights);
  const top = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const exponents = scores.map((score) => Math.exp(score - top));
  const total = exponents.reduce((sum, value) => sum + value, 0);
  const { columns, values, ends, targets, weight = 1 } = list;
  let at = 0;
  for (let row = 0; row < ends.length; row++) {
    const error = weight * ((exponents[row] ?? 0) / total - (targets[row] ?? 0));
    for (; at < (ends[row] ?? 0); at++) {
      const column = columns[at] ?? 0;
      gradient[column] = (gradient[column] ?? 0) + error * (values[at] ?? 0);
    }
  }
}
