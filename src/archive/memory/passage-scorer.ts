import {
  type ArticleTerms,
  occurrencesOfEntry,
  passageCount,
  passageLength,
  termOfEntry,
  titleLength,
  titleStart,
} from '../article-terms.js';
import { saturation } from '../bm25.js';
import type { Match } from './found-terms.js';
import type { IndexStatistics } from './term-statistics.js';

/** A match with its place among those of the query. */
interface PlacedMatch extends Match {
  readonly slot: number;
}

const LOW_BITS = 13;
const LOW = (1 << LOW_BITS) - 1;

/**
 * Scores passages for one query, as MiniSearch would: the sum over matching terms and both fields, times the
 * number of query terms that match. Nearly all entries of an article match nothing, so that most of a search is skipping these.
 */
export class PassageScorer {
  readonly #statistics: IndexStatistics;
  /** The matches of each term of the query. */
  readonly #sought: readonly (readonly PlacedMatch[])[];
  /**
   * Not 0 where a term may match, by the lowest bits of its number: small enough for the processor's nearest cache, and
   * nearly all zeros.
   */
  readonly #mayMatch = new Uint8Array(1 << LOW_BITS);
  /** The slot of each term that matches. */
  readonly #slots = new Map<number, number>();
  /** By slot: how often each matching term occurs in the title, and in the passage being scored. */
  readonly #inTitle: Uint8Array;
  readonly #inText: Uint8Array;

  /**
   * @param matches the matches of each query term
   */
  constructor(matches: readonly (readonly Match[])[], statistics: IndexStatistics) {
    this.#statistics = statistics;
    this.#sought = matches.map((ofTerm) =>
      ofTerm.map((match) => ({ ...match, slot: this.#slotOf(match.term) })),
    );
    this.#inTitle = new Uint8Array(this.#slots.size);
    this.#inText = new Uint8Array(this.#slots.size);
  }

  /** Calls `tell` with the number and score of each passage that matches. */
  score(terms: ArticleTerms, tell: (passage: number, score: number) => void): void {
    const inText = this.#inText;
    const passages = passageCount(terms);
    let from = titleStart(terms) + titleLength(terms);
    this.#inTitle.fill(0);
    const titled = this.#count(this.#inTitle, terms, titleStart(terms), from);
    inText.fill(0);
    for (let passage = 0; passage < passages; passage++) {
      const to = from + passageLength(terms, passage);
      const matched = this.#count(inText, terms, from, to);
      if (matched || titled) tell(passage, this.#sum(titleLength(terms), to - from));
      if (matched) inText.fill(0);
      from = to;
    }
  }

  /** Counts the matching terms among entries, and returns whether there are any. */
  #count(occurrences: Uint8Array, terms: ArticleTerms, start: number, end: number): boolean {
    const mayMatch = this.#mayMatch;
    let any = false;
    for (let at = start; at < end; at++) {
      const entry = terms[at] ?? 0;
      if (mayMatch[termOfEntry(entry) & LOW] === 0) continue;
      const slot = this.#slots.get(termOfEntry(entry));
      if (slot === undefined) continue;
      occurrences[slot] = occurrencesOfEntry(entry);
      any = true;
    }
    return any;
  }

  #slotOf(term: number): number {
    const known = this.#slots.get(term);
    if (known !== undefined) return known;
    this.#mayMatch[term & LOW] = 1;
    this.#slots.set(term, this.#slots.size);
    return this.#slots.size - 1;
  }

  #sum(titleLength: number, textLength: number): number {
    let sum = 0;
    let matched = 0;
    for (const matches of this.#sought) {
      let isMatched = false;
      for (const { slot, inTitle, inText } of matches) {
        const titleOccurrences = this.#inTitle[slot] ?? 0;
        const textOccurrences = this.#inText[slot] ?? 0;
        if (titleOccurrences > 0) {
          sum += inTitle * saturation(titleOccurrences, titleLength, this.#statistics.titleLength);
        }
        if (textOccurrences > 0) {
          sum += inText * saturation(textOccurrences, textLength, this.#statistics.textLength);
        }
        isMatched ||= titleOccurrences > 0 || textOccurrences > 0;
      }
      if (isMatched) matched += 1;
    }
    // Rounded, because the last digits depend on the order of addition, and equal passages must get equal
    // scores.
    return Math.fround(sum * matched);
  }
}
