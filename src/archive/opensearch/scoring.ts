import { editDistance, spellingDistance } from '../../text/spelling.js';
import { inverseDocumentFrequency, saturation } from '../bm25.js';
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
  /** How many different terms a passage has on average. */
  readonly averageLength: PerField;
  /** In how many passages a term stands. */
  readonly frequency: (term: string) => PerField;
}

/** MiniSearch's. */
const FUZZY_WEIGHT = 0.45;

/**
 * MiniSearch's score of a passage: BM25+ over title and text, multiplied by how many of the query's terms it holds.
 * @param terms each of them once, with weights above 0
 * @returns 0 for a passage that holds none of them
 */
export function passageScore(
  { title, text }: PassageTerms,
  terms: readonly QueryTerm[],
  statistics: PassageStatistics,
): number {
  const counts = { title: countsOf(title), text: countsOf(text) };
  const score = (term: string): number => {
    const frequency = statistics.frequency(term);
    let sum = 0;
    for (const field of FIELDS) {
      const count = counts[field].get(term);
      if (count === undefined) continue;
      // Passages that came in just now are found before they are counted.
      const passages = Math.max(statistics.passages, frequency[field]);
      const rarity = inverseDocumentFrequency(frequency[field], passages);
      sum += rarity * saturation(count, counts[field].size, statistics.averageLength[field]);
    }
    return sum;
  };
  let total = 0;
  let matched = 0;
  for (const queried of terms) {
    let sum = score(queried.term);
    for (const { term, weight } of spellingsOf(queried, title, text)) sum += weight * score(term);
    if (sum > 0) matched++;
    total += queried.weight * sum;
  }
  return total * matched;
}

interface Spelling {
  readonly term: string;
  readonly weight: number;
}

/** The terms of a passage that may be other spellings of a fuzzy term, each once, with their weights. */
export function spellingsOf(
  { term, fuzzy }: QueryTerm,
  ...fields: readonly (readonly string[])[]
): readonly Spelling[] {
  const limit = fuzzy ? spellingDistance(term.length) : 0;
  if (limit === 0) return [];
  const found = new Map<string, Spelling>();
  for (const other of fields.flat()) {
    if (found.has(other) || Math.abs(other.length - term.length) > limit) continue;
    const distance = editDistance(term, other, limit);
    if (distance === 0 || distance > limit) continue;
    found.set(other, { term: other, weight: (FUZZY_WEIGHT * other.length) / (other.length + distance) });
  }
  return [...found.values()];
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
