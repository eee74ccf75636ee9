/**
 * Groups things by average linkage: merges the two groups with the highest mean similarity between their
 * members, and repeats until no two groups reach the threshold. Time and memory grow with the square of the
 * number of things.
 *
 * @param similarity of the things at two positions; must be symmetric
 * @returns groups of positions, each in ascending order, ordered by their first
 */
export function averageLinkage(
  count: number,
  threshold: number,
  similarity: (a: number, b: number) => number,
): number[][] {
  const groups = new Map<number, number[]>();
  for (let at = 0; at < count; at++) groups.set(at, [at]);
  const table = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) table[a * count + b] = table[b * count + a] = similarity(a, b);
  }
  const between = (a: number, b: number): number => table[a * count + b] ?? 0;
  const nearest = new Map<number, number>();
  const findNearest = (a: number): void => {
    let best = -1;
    for (const b of groups.keys()) if (b !== a && (best < 0 || between(a, b) > between(a, best))) best = b;
    nearest.set(a, best);
  };
  if (count > 1) for (const a of groups.keys()) findNearest(a);

  while (groups.size > 1) {
    const [a, b] = closestPair(nearest, between);
    if (between(a, b) < threshold) break;
    const [members, joining] = [groups.get(a) ?? [], groups.get(b) ?? []];
    const size = members.length + joining.length;
    for (const other of groups.keys()) {
      // Lance and Williams' update: the mean over the pairs of both, without visiting the pairs.
      const mean = (between(a, other) * members.length + between(b, other) * joining.length) / size;
      table[a * count + other] = table[other * count + a] = mean;
    }
    groups.set(a, [...members, ...joining]);
    groups.delete(b);
    nearest.delete(b);
    for (const [group, near] of nearest) if (group === a || near === a || near === b) findNearest(group);
    // A mean never exceeds the larger of its parts, so the new group is no nearer to any other group than
    // that group's nearest was before.
  }
  return [...groups.values()]
    .map((group) => group.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function closestPair(
  nearest: ReadonlyMap<number, number>,
  between: (a: number, b: number) => number,
): [number, number] {
  let pair: [number, number] = [0, 0];
  let best = Number.NEGATIVE_INFINITY;
  for (const [a, b] of nearest) {
    if (between(a, b) > best) {
      best = between(a, b);
      pair = [a, b];
    }
  }
  return pair;
}
