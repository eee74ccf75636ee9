/** Reciprocal rank of the first relevant place (1-based), 0 beyond `cutOff` or when there is none. */
export function reciprocalRank(rank: number | null, cutOff = Number.POSITIVE_INFINITY): number {
  return rank === null || rank > cutOff ? 0 : 1 / rank;
}

/** 1-based rank of the first id that is among the right ones, or null. */
export function firstRank<T>(ranked: readonly T[], right: ReadonlySet<T>): number | null {
  const at = ranked.findIndex((id) => right.has(id));
  return at < 0 ? null : at + 1;
}

/** Mean of the precision at each relevant place, for a list that holds all the relevant ones. */
export function averagePrecision(relevance: readonly boolean[]): number {
  let found = 0;
  let sum = 0;
  relevance.forEach((relevant, index) => {
    if (!relevant) return;
    found += 1;
    sum += found / (index + 1);
  });
  return found === 0 ? 0 : sum / found;
}

/** 0 for an empty list. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the items for which `test` holds, 0 for an empty list. */
export function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return mean(items.map((item) => (test(item) ? 1 : 0)));
}
