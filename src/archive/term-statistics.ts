import {
  type ArticleTerms,
  distinctTerms,
  eachPassage,
  passageCount,
  termOfEntry,
  titleLength,
  titleStart,
} from './article-terms.js';
import { TermCounts } from './term-counts.js';

/** What BM25 wants to know of a collection: how many passages hold a term, and how long passages are. */
export class TermStatistics {
  #passages = 0;
  #titleLengths = 0;
  #textLengths = 0;
  /** Passages that hold a term in their text; whose article's title holds it; either. */
  readonly #inText = new TermCounts();
  readonly #inTitle = new TermCounts();
  readonly #inEither = new TermCounts();
  readonly #articles = new TermCounts();

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

  /** How many passages hold a term in their text. */
  inText(term: number): number {
    return this.#inText.of(term);
  }

  /** How many passages have an article whose title holds a term. */
  inTitle(term: number): number {
    return this.#inTitle.of(term);
  }

  /** How many passages hold a term in either. */
  passagesWith(term: number): number {
    return this.#inEither.of(term);
  }

  articlesWith(term: number): number {
    return this.#articles.of(term);
  }

  add(terms: ArticleTerms): void {
    this.#count(terms, 1);
  }

  /** Takes back what `add` counted of the same article. */
  remove(terms: ArticleTerms): void {
    this.#count(terms, -1);
  }

  #count(terms: ArticleTerms, change: 1 | -1): void {
    const passages = passageCount(terms);
    this.#passages += change * passages;
    this.#titleLengths += change * passages * titleLength(terms);
    const titleEnd = titleStart(terms) + titleLength(terms);
    const inTitle = new Set<number>();
    for (let at = titleStart(terms); at < titleEnd; at++) inTitle.add(termOfEntry(terms[at] ?? 0));
    for (const term of inTitle) {
      this.#inTitle.add(term, change * passages);
      this.#inEither.add(term, change * passages);
    }
    eachPassage(terms, (_number, start, end) => {
      this.#textLengths += change * (end - start);
      for (let at = start; at < end; at++) {
        const term = termOfEntry(terms[at] ?? 0);
        this.#inText.add(term, change);
        if (!inTitle.has(term)) this.#inEither.add(term, change);
      }
    });
    for (const term of distinctTerms(terms)) this.#articles.add(term, change);
  }
}
