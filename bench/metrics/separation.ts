/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half
 * (the Mann–Whitney statistic). 0.5 when either list is empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return 0.5;
  const sorted = [...negatives].sort((a, b) => a - b);
  let wins = 0;
  for (const score of positives) {
    const below = countBelow(sorted, score, false);
    const upTo = countBelow(sorted, score, true);
    wins += below + (upTo - below) / 2;
  }
  return wins / (positives.length * negatives.length);
}

/** How many of the sorted values are below `limit` (or equal to it, when `inclusive`). */
function countBelow(sorted: readonly number[], limit: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (inclusive && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
