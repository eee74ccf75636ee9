/** How well groups that were found agree with groups that people made of the same things. */
export interface ClusteringQuality {
  /** Share of things that are in a group with whose most frequent kind they agree. */
  readonly purity: number;
  /** Of the pairs put together, the share that belongs together; 1 when none was. */
  readonly precision: number;
  /** Of the pairs that belong together, the share put together; 1 when none does. */
  readonly recall: number;
}

/** @param kinds the right group of each thing, group by group as they were found */
export function clusteringQuality(kinds: readonly (readonly string[])[]): ClusteringQuality {
  const all = kinds.flat();
  let pure = 0;
  let rightPairs = 0;
  for (const group of kinds) {
    const counts = countsOf(group);
    pure += Math.max(...counts);
    rightPairs += pairsIn(counts);
  }
  const found = pairsIn(kinds.map(({ length }) => length));
  const wanted = pairsIn(countsOf(all));
  return {
    purity: pure / all.length,
    precision: found === 0 ? 1 : rightPairs / found,
    recall: wanted === 0 ? 1 : rightPairs / wanted,
  };
}

function countsOf(kinds: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts.values()];
}

function pairsIn(sizes: readonly number[]): number {
  return sizes.reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0);
}
