import { editDistance, spellingDistance } from '../../text/spelling.js';
import { inverseDocumentFrequency, lengthNorm, saturation } from '../bm25.js';
import type { QueryTerm } from '../passage-index.js';

/** The terms of a passage, repeated as in it. */
export interface PassageTerms {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

const FIELDS = ['title', 'text'] as const;

/** A figure for each field. */
export type PerField = Readonly<Record<(typeof FIELDS)[number], number>>;

/** What BM25 knows of all passages. */
export interface PassageStatistics {
  readonly passages: number;
  /** The mean number of different terms of a passage. */
  readonly averageLength: PerField;
  /** The number of passages that hold a term. */
  readonly frequency: (term: string) => PerField;
}

/** MiniSearch's. */
const FUZZY_WEIGHT = 0.45;

/** A term of a query in the spellings in which passages hold it. */
export interface SoughtTerm {
  readonly weight: number;
  readonly spellings: readonly Spelling[];
}

interface Spelling {
  readonly term: string;
  /** 1 for the spelling of the query, less for others. */
  readonly weight: number;
}

/** Finds the terms among `held` that may be other spellings of a fuzzy query term. */
export function soughtTerm({ term, weight, fuzzy }: QueryTerm, held: Iterable<string>): SoughtTerm {
  const spellings: Spelling[] = [{ term, weight: 1 }];
  const limit = fuzzy ? spellingDistance(term.length) : 0;
  if (limit === 0) return { weight, spellings };
  for (const other of new Set(held)) {
    if (other.charAt(0) !== term.charAt(0) || Math.abs(other.length - term.length) > limit) continue;
    const distance = editDistance(term, other, limit);
    if (distance === 0 || distance > limit) continue;
    spellings.push({ term: other, weight: (FUZZY_WEIGHT * other.length) / (other.length + distance) });
  }
  return { weight, spellings };
}

/**
 * Computes MiniSearch's score of a passage: BM25+ over title and text, times the number of query terms that
 * it holds.
 * @param terms each of them once, with weights above 0
 * @returns 0 for a passage that holds none of them
 */
export function passageScore(
  { title, text }: PassageTerms,
  terms: readonly SoughtTerm[],
  statistics: PassageStatistics,
): number {
  const counts = { title: countsOf(title), text: countsOf(text) };
  let total = 0;
  let matched = 0;
  for (const { weight, spellings } of terms) {
    let sum = 0;
    for (const spelling of spellings) {
      for (const field of FIELDS) {
        const count = counts[field].get(spelling.term);
        if (count === undefined) continue;
        const holding = statistics.frequency(spelling.term)[field];
        // New passages can be found before they are counted.
        const rarity = inverseDocumentFrequency(holding, statistics.passages);
        const norm = lengthNorm(counts[field].size, statistics.averageLength[field]);
        sum += spelling.weight * rarity * saturation(count, norm);
      }
    }
    if (sum > 0) matched++;
    total += weight * sum;
  }
  return total * matched;
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
