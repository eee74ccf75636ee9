/** A source of numbers in [0, 1) that is the same for the same seed (mulberry32), so that a run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A shuffled copy; the same seed gives the same order. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** The first `size` of a fixed shuffle, or all of them; in their own order. */
export function sample<T>(items: readonly T[], size: number | undefined, seed = 1): readonly T[] {
  if (size === undefined || size >= items.length) return items;
  const chosen = new Set(
    shuffled(
      items.map((_, index) => index),
      seed,
    ).slice(0, size),
  );
  return items.filter((_, index) => chosen.has(index));
}
