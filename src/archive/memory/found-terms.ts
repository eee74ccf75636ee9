import { editDistance, spellingDistance } from '../../text/spelling.js';
import { inverseDocumentFrequency } from '../bm25.js';
import type { QueryTerm } from '../passage-index.js';
import type { Vocabulary } from '../vocabulary.js';
import type { IndexStatistics } from './term-statistics.js';

/** A term of the archive that stands for one of the query. */
export interface Match {
  /** Number of the term. */
  readonly term: number;
  /** Its weight times its idf, in a passage's text and in the title of its article. */
  readonly text: number;
  readonly title: number;
}

interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly statistics: IndexStatistics;
}

/**
 * Looks up the terms of a query in the archive. Terms without weight, and terms that no passage holds, are
 * dropped.
 * @returns what matches each of the others: the term itself, or all that are spelled like it
 */
export function findTerms(lexicon: Lexicon, terms: readonly QueryTerm[]): Match[][] {
  return wantedTerms(terms)
    .map((wanted) => matchesOf(lexicon, wanted))
    .filter((matches) => matches.length > 0);
}

interface WantedTerm {
  readonly term: string;
  readonly weight: number;
  /** The number of letters that may differ. */
  readonly distance: number;
}

/** Merges equal terms and adds up their weights. */
function wantedTerms(terms: readonly QueryTerm[]): WantedTerm[] {
  const wanted = new Map<string, WantedTerm>();
  for (const { term, weight, fuzzy = false } of terms) {
    if (weight <= 0) continue;
    const same = wanted.get(term);
    const distance = fuzzy ? spellingDistance(term.length) : 0;
    wanted.set(term, {
      term,
      weight: weight + (same?.weight ?? 0),
      distance: Math.max(distance, same?.distance ?? 0),
    });
  }
  return [...wanted.values()];
}

function matchesOf({ vocabulary, statistics }: Lexicon, { term, weight, distance }: WantedTerm): Match[] {
  const spellings = distance > 0 ? [...vocabulary.spelledLike(term, distance)] : [term];
  // In a fixed order, so that sums come out the same to the last digit.
  return spellings.sort().flatMap((spelling) => {
    const number = vocabulary.find(spelling);
    if (number === undefined || statistics.passagesWith(number) === 0) return [];
    const share = spelling === term ? 1 : spellingWeight(spelling, editDistance(term, spelling, distance));
    return [matchOf(number, weight * share, statistics)];
  });
}

function matchOf(term: number, weight: number, statistics: IndexStatistics): Match {
  const count = statistics.passageCount;
  return {
    term,
    text: weight * inverseDocumentFrequency(statistics.inText(term), count),
    title: weight * inverseDocumentFrequency(statistics.inTitle(term), count),
  };
}

/** Returns MiniSearch's weight for a spelling that differs by `distance` letters, at least one. */
function spellingWeight(spelling: string, distance: number): number {
  return (0.45 * spelling.length) / (spelling.length + distance);
}
