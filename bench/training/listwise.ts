import { shuffled } from '../shuffle.js';

/** The candidates of one question: a row of features each, and which of them are right. */
export interface TrainingList {
  /** Row by row. */
  readonly features: Float32Array;
  readonly width: number;
  readonly right: readonly number[];
  /** How much the list counts; 1 where it is not said. */
  readonly weight?: number;
  /** Lists of one group are never split between learning and testing. */
  readonly group: string;
}

export interface LearningOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the L2 penalty. */
  readonly penalty: number;
}

/**
 * Learns linear weights that put right candidates first: softmax over each list, cross entropy against its right
 * candidates (ListNet's top-one loss, Cao et al. 2007), by Adam (Kingma and Ba 2015). Deterministic.
 */
export function learnWeights(
  lists: readonly TrainingList[],
  width: number,
  options: LearningOptions,
): Float64Array {
  const scale = featureScale(lists, width);
  const weights = new Float64Array(width);
  const [mean, square] = [new Float64Array(width), new Float64Array(width)];
  const batchSize = 64;
  // Lists of one set come together; mixed, every batch has some of each.
  const useful = shuffled(
    lists.filter(({ right }) => right.length > 0),
    1,
  );
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - epoch / options.epochs);
    for (let start = 0; start < useful.length; start += batchSize) {
      const batch = useful.slice(start, start + batchSize);
      const gradient = new Float64Array(width);
      for (const list of batch) addGradient(list, weights, scale, gradient);
      step += 1;
      for (let f = 0; f < width; f++) {
        const g = (gradient[f] ?? 0) / batch.length + options.penalty * (weights[f] ?? 0);
        mean[f] = 0.9 * (mean[f] ?? 0) + 0.1 * g;
        square[f] = 0.999 * (square[f] ?? 0) + 0.001 * g * g;
        const corrected = (mean[f] ?? 0) / (1 - 0.9 ** step);
        const spread = Math.sqrt((square[f] ?? 0) / (1 - 0.999 ** step));
        weights[f] = (weights[f] ?? 0) - (rate * corrected) / (spread + 1e-8);
      }
    }
  }
  return weights.map((weight, f) => weight / (scale[f] ?? 1));
}

/** Standard deviation of each feature, so that one penalty suits all. */
function featureScale(lists: readonly TrainingList[], width: number): Float64Array {
  const [sum, square] = [new Float64Array(width), new Float64Array(width)];
  let count = 0;
  for (const { features } of lists) {
    for (let at = 0; at < features.length; at++) {
      const value = features[at] ?? 0;
      sum[at % width] = (sum[at % width] ?? 0) + value;
      square[at % width] = (square[at % width] ?? 0) + value * value;
    }
    count += features.length / width;
  }
  return sum.map((total, f) => Math.sqrt(Math.max(0, (square[f] ?? 0) / count - (total / count) ** 2)) || 1);
}

function addGradient(
  list: TrainingList,
  weights: Float64Array,
  scale: Float64Array,
  gradient: Float64Array,
): void {
  const { features, width, right } = list;
  const count = features.length / width;
  const scores = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let score = 0;
    for (let f = 0; f < width; f++)
      score += ((features[row * width + f] ?? 0) / (scale[f] ?? 1)) * (weights[f] ?? 0);
    scores[row] = score;
  }
  const top = Math.max(...scores);
  const exponents = scores.map((score) => Math.exp(score - top));
  const total = exponents.reduce((sum, value) => sum + value, 0);
  const rightTotal = right.reduce((sum, row) => sum + (exponents[row] ?? 0), 0);
  for (let row = 0; row < count; row++) {
    const share = (exponents[row] ?? 0) / total;
    const wanted = right.includes(row) ? (exponents[row] ?? 0) / rightTotal : 0;
    const error = (share - wanted) * (list.weight ?? 1);
    for (let f = 0; f < width; f++) {
      gradient[f] = (gradient[f] ?? 0) + (error * (features[row * width + f] ?? 0)) / (scale[f] ?? 1);
    }
  }
}

/** Position of the best right candidate under the weights, 0-based; -1 where there is none. */
export function rankOfRight(list: TrainingList, weights: Float64Array): number {
  const { features, width, right } = list;
  const score = (row: number): number => {
    let sum = 0;
    for (let f = 0; f < width; f++) sum += (features[row * width + f] ?? 0) * (weights[f] ?? 0);
    return sum;
  };
  if (right.length === 0) return -1;
  const best = Math.max(...right.map(score));
  const count = features.length / width;
  let ahead = 0;
  for (let row = 0; row < count; row++) if (!right.includes(row) && score(row) >= best) ahead += 1;
  return ahead;
}
