// MiniSearch's formula and parameters, so that scores equal those that MiniSearch would give over passages:
// BM25+ (Lv and Zhai 2011) with k1 1.2, b .7, δ .5.
const K = 1.2;
const B = 0.7;
const DELTA = 0.5;

/**
 * Computes the inverse document frequency of a term: Robertson and Spärck Jones' weight, in the form that
 * stays positive (as in Lucene and MiniSearch).
 * @param matching the number of documents that hold the term
 * @param count the number of documents; may be the smaller one if the two were counted at different moments
 * @returns 0 for a term that no document holds
 */
export function inverseDocumentFrequency(matching: number, count: number): number {
  return matching === 0 ? 0 : Math.log(1 + (Math.max(0, count - matching) + 0.5) / (matching + 0.5));
}

/** Computes how much longer a field is than others, as `saturation` takes it. Lengths are numbers of different terms. */
export function lengthNorm(length: number, meanLength: number): number {
  return K * (1 - B + (B * length) / meanLength);
}

/**
 * Computes the factor that multiplies a term's idf: it grows with the occurrences of the term in a field,
 * ever more slowly, and shrinks with the field's length.
 * @param norm see `lengthNorm`
 */
export function saturation(occurrences: number, norm: number): number {
  return DELTA + (occurrences * (K + 1)) / (occurrences + norm);
}
