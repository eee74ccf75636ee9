// MiniSearch's formula and parameters, so that figures are those that it would give over passages: BM25+ (Lv and Zhai
// 2011) with k1 1.2, b .7, δ .5.
const K = 1.2;
const B = 0.7;
const DELTA = 0.5;

/** A term's share in a score never exceeds its idf times this, however often it occurs. */
export const MOST_SATURATION = DELTA + K + 1;

/** @param count how many documents there are, and @param matching how many of them hold the term */
export function inverseDocumentFrequency(matching: number, count: number): number {
  return matching === 0 ? 0 : Math.log(1 + (count - matching + 0.5) / (matching + 0.5));
}

/** How much a term counts that occurs so often in a field, times its idf. */
export function saturation(occurrences: number, length: number, meanLength: number): number {
  return DELTA + (occurrences * (K + 1)) / (occurrences + K * (1 - B + (B * length) / meanLength));
}
