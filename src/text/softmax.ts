/** Scores as shares of one whole. */
export function softmax(scores: readonly number[] | Float64Array): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  const exponents = Array.from(scores, (score) => Math.exp(score - top));
  const total = exponents.reduce((sum, value) => sum + value, 0);
  return exponents.map((value) => value / total);
}
