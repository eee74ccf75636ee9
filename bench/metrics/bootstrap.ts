/** A mean with the interval that holds it in 95 of 100 cases. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const DRAWS = 2000;

/**
 * The mean of paired differences with its bootstrap interval (Efron 1979).
 * @param random a source of numbers in [0, 1)
 */
export function bootstrapMean(differences: readonly number[], random: () => number): MeanInterval {
  const count = differences.length;
  const means = Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) sum += differences[Math.floor(random() * count)] ?? 0;
    return sum / count;
  }).sort((a, b) => a - b);
  return {
    mean: differences.reduce((sum, value) => sum + value, 0) / count,
    low: means[Math.floor(DRAWS * 0.025)] ?? 0,
    high: means[Math.floor(DRAWS * 0.975)] ?? 0,
  };
}
