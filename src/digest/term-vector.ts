/** Term → weight. Unit length unless it is the sum of several. */
export type TermVector = ReadonlyMap<string, number>;

/** How much a term tells: high for rare terms, never zero or below. */
export type TermWeight = (term: string) => number;

/**
 * Passages added to the count of the archive's own: in a small archive, frequencies say little about a word.
 */
const ASSUMED_PASSAGES = 1000;

/**
 * Inverse document frequency, smoothed. In an archive about one event, the words that tie its story together
 * stand in nearly every passage, and must still count.
 * @param count the number of passages
 * @param frequency the number of passages that hold the term
 */
export function inverseFrequency(count: number, frequency: number): number {
  return Math.log(1 + (ASSUMED_PASSAGES + count) / (frequency + 1));
}

/** Unit-length tf-idf vector with damped counts (1 + ln tf), as is usual for clustering news. */
export function termVector(counts: ReadonlyMap<string, number>, weight: TermWeight): TermVector {
  const vector = new Map<string, number>();
  for (const [term, count] of counts) vector.set(term, (1 + Math.log(count)) * weight(term));
  return scaled(vector, 1 / (length(vector) || 1));
}

export function countTerms(terms: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

export function dot(a: TermVector, b: TermVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/**
 * Computes the dot products of all pairs term by term. This is far faster than pair by pair, as most pairs
 * share little.
 */
export function pairwiseProducts(vectors: readonly TermVector[]): (a: number, b: number) => number {
  const table = new Float64Array(vectors.length * vectors.length);
  const holders = new Map<string, { readonly at: number; readonly weight: number }[]>();
  vectors.forEach((vector, at) => {
    for (const [term, weight] of vector) {
      const before = holders.get(term);
      if (!before) holders.set(term, [{ at, weight }]);
      else {
        for (const other of before) {
          const place = at * vectors.length + other.at;
          table[place] = (table[place] ?? 0) + weight * other.weight;
        }
        before.push({ at, weight });
      }
    }
  });
  return (a, b) => table[Math.max(a, b) * vectors.length + Math.min(a, b)] ?? 0;
}

export function sum(vectors: Iterable<TermVector>): Map<string, number> {
  const total = new Map<string, number>();
  for (const vector of vectors) {
    for (const [term, weight] of vector) total.set(term, (total.get(term) ?? 0) + weight);
  }
  return total;
}

function length(vector: TermVector): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

function scaled(vector: TermVector, factor: number): TermVector {
  return new Map([...vector].map(([term, weight]) => [term, weight * factor]));
}
