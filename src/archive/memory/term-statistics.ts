import {
  type ArticleTerms,
  eachPassage,
  passageCount,
  termOfEntry,
  titleLength,
  titleStart,
} from '../article-terms.js';
import { TermCounts } from './term-counts.js';

/** What BM25 needs to know of the articles that are searched. */
export type IndexStatistics = Pick<
  TermStatistics,
  'passageCount' | 'titleLength' | 'textLength' | 'inText' | 'inTitle' | 'passagesWith'
>;
/** The counts of a collection; those of terms by their numbers. See `TermStatistics`, which says what they mean. */
export interface CountedTerms {
  readonly passages: number;
  readonly titleLengths: number;
  readonly textLengths: number;
  readonly inText: Uint32Array;
  readonly inTitle: Uint32Array;
  readonly inEither: Uint32Array;
}

/**
 * Counts what BM25 needs to know about a collection: how many passages hold a term, and how long passages
 * are.
 */
export class TermStatistics {
  #passages = 0;
  #titleLengths = 0;
  #textLengths = 0;
  /** By term: passages with it in their text, in the title of their article, and in either. */
  readonly #inText: TermCounts;
  readonly #inTitle: TermCounts;
  readonly #inEither: TermCounts;

  /** @param counted what has been counted already; its arrays are changed */
  constructor(counted?: CountedTerms) {
    this.#passages = counted?.passages ?? 0;
    this.#titleLengths = counted?.titleLengths ?? 0;
    this.#textLengths = counted?.textLengths ?? 0;
    this.#inText = new TermCounts(counted?.inText);
    this.#inTitle = new TermCounts(counted?.inTitle);
    this.#inEither = new TermCounts(counted?.inEither);
  }

  /** A copy of what has been counted. @param size greater than any term's number */
  counted(size: number): CountedTerms {
    return {
      passages: this.#passages,
      titleLengths: this.#titleLengths,
      textLengths: this.#textLengths,
      inText: this.#inText.upTo(size),
      inTitle: this.#inTitle.upTo(size),
      inEither: this.#inEither.upTo(size),
    };
  }

  get passageCount(): number {
    return this.#passages;
  }

  /** Mean count of different terms in the titles of passages. */
  get titleLength(): number {
    return this.#titleLengths / this.#passages;
  }

  /** Mean count of different terms in the texts of passages. */
  get textLength(): number {
    return this.#textLengths / this.#passages;
  }

  /** The number of passages with a term in their text. */
  inText(term: number): number {
    return this.#inText.of(term);
  }

  /** The number of passages whose article has a term in its title. */
  inTitle(term: number): number {
    return this.#inTitle.of(term);
  }

  /** The number of passages with a term in their text or title. */
  passagesWith(term: number): number {
    return this.#inEither.of(term);
  }

  add(terms: ArticleTerms): void {
    this.#count(terms, 1);
  }

  /** Undoes `add` for the same article. */
  remove(terms: ArticleTerms): void {
    this.#count(terms, -1);
  }

  #count(terms: ArticleTerms, change: 1 | -1): void {
    const passages = passageCount(terms);
    this.#passages += change * passages;
    this.#titleLengths += change * passages * titleLength(terms);
    const start = titleStart(terms);
    for (let at = start; at < start + titleLength(terms); at++) {
      const term = termOfEntry(terms[at] ?? 0);
      this.#inTitle.add(term, change * passages);
      this.#inEither.add(term, change * passages);
    }
    const isInTitle = titleTest(terms);
    eachPassage(terms, (_number, start, end) => {
      this.#textLengths += change * (end - start);
      for (let at = start; at < end; at++) {
        const term = termOfEntry(terms[at] ?? 0);
        this.#inText.add(term, change);
        if (!isInTitle(term)) this.#inEither.add(term, change);
      }
    });
  }
}

/**
 * Returns a test for whether the title holds a term. It scans, as titles have a handful of terms, and
 * building a set for each article would take longer.
 */
function titleTest(terms: ArticleTerms): (term: number) => boolean {
  const start = titleStart(terms);
  const title = terms.subarray(start, start + titleLength(terms)).map(termOfEntry);
  return (term) => title.includes(term);
}
