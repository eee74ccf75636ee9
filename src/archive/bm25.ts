// MiniSearch's formula and parameters, so that figures are those that it would give over passages: BM25+ (Lv and Zhai
// 2011) with k1 1.2, b .7, δ .5.
const K = 1.2;
const B = 0.7;
const DELTA = 0.5;

/** A term's share in a score never exceeds its idf times this, however often it occurs. */
export const MOST_SATURATION = DELTA + K + 1;

/**
 * Robertson and Spärck Jones' weight of a rare term, in the form that stays positive (as in Lucene and MiniSearch).
 * @param matching how many documents hold the term, of
 * @param count documents in all; counts taken at different moments may have fewer of them
 * @returns 0 for a term that no document holds
 */
export function inverseDocumentFrequency(matching: number, count: number): number {
  return matching === 0 ? 0 : Math.log(1 + (Math.max(0, count - matching) + 0.5) / (matching + 0.5));
}

/** How much a term counts that occurs so often in a field, times its idf. */
export function saturation(occurrences: number, length: number, meanLength: number): number {
  return DELTA + (occurrences * (K + 1)) / (occurrences + K * (1 - B + (B * length) / meanLength));
}
