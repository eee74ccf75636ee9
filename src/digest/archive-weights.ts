import type { Archive } from '../archive/archive.js';
import { inverseFrequency, type TermWeight } from './term-vector.js';

/** Returns how much each term of the articles tells, by its frequency in the whole archive. */
export async function archiveWeights(
  archive: Archive,
  counts: Iterable<ReadonlyMap<string, number>>,
): Promise<TermWeight> {
  const terms = [...new Set(Array.from(counts, (each) => [...each.keys()]).flat())];
  const frequencies = await archive.documentFrequencies(terms);
  const weights = new Map(
    terms.map((term, at) => [term, inverseFrequency(archive.passageCount, frequencies[at] ?? 0)]),
  );
  return (term) => weights.get(term) ?? inverseFrequency(archive.passageCount, 0);
}
