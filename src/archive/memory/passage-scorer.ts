import {
  type ArticleTerms,
  eachPassage,
  occurrencesOfEntry,
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

/**
 * Scores passages for one query, as MiniSearch would: the sum over matching terms and both fields, times the
 * number of query terms that match.
 */
export class PassageScorer {
  readonly #statistics: IndexStatistics;
  /** The matches of each term of the query. */
  readonly #sought: readonly (readonly PlacedMatch[])[];
  /** One bit for each term of the archive: small enough for the processor's cache, and nearly all zeros. */
  readonly #isMatch: Uint32Array;
  /** The slot of each term that matches. */
  readonly #slots = new Map<number, number>();
  /** By slot: how often each matching term occurs in the title, and in the passage being scored. */
  readonly #inTitle: Uint8Array;
  readonly #inText: Uint8Array;

  /**
   * @param matches the matches of each query term
   * @param vocabularySize greater than any term's number
   */
  constructor(matches: readonly (readonly Match[])[], statistics: IndexStatistics, vocabularySize: number) {
    this.#statistics = statistics;
    this.#isMatch = new Uint32Array((vocabularySize >>> 5) + 1);
    this.#sought = matches.map((ofTerm) =>
      ofTerm.map((match) => ({ ...match, slot: this.#slotOf(match.term) })),
    );
    this.#inTitle = new Uint8Array(this.#slots.size);
    this.#inText = new Uint8Array(this.#slots.size);
  }

  /** Calls `tell` with the number and score of each passage that matches. */
  score(terms: ArticleTerms, tell: (passage: number, score: number) => void): void {
    const start = titleStart(terms);
    const titled = this.#count(this.#inTitle, terms, start, start + titleLength(terms));
    eachPassage(terms, (passage, from, to) => {
      const matches = this.#count(this.#inText, terms, from, to);
      if (matches || titled) tell(passage, this.#sum(titleLength(terms), to - from));
    });
  }

  /** Counts the matching terms among entries, and returns whether there are any. */
  #count(occurrences: Uint8Array, terms: ArticleTerms, start: number, end: number): boolean {
    const isMatch = this.#isMatch;
    let any = false;
    occurrences.fill(0);
    for (let at = start; at < end; at++) {
      const entry = terms[at] ?? 0;
      const term = termOfEntry(entry);
      if ((((isMatch[term >>> 5] ?? 0) >>> (term & 31)) & 1) === 0) continue;
      occurrences[this.#slots.get(term) ?? 0] = occurrencesOfEntry(entry);
      any = true;
    }
    return any;
  }

  #slotOf(term: number): number {
    const known = this.#slots.get(term);
    if (known !== undefined) return known;
    this.#isMatch[term >>> 5] = (this.#isMatch[term >>> 5] ?? 0) | (1 << (term & 31));
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
