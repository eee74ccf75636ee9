import { type ArticleTerms, eachTextTerm, eachTitleTerm } from '../article-terms.js';
import { SeenTerms } from '../seen-terms.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Holders, Inversion } from './inversion.js';

export type Field = 'title' | 'text';

/** The numbers of the articles that hold a term in each field. */
type Posting = Record<Field, number[]>;

const NOTHING: Inversion = { title: noHolders(), text: noHolders() };

/**
 * Knows which articles hold a term, or one that is spelled like it. Nearly all of it lies in arrays that are read as they were
 * saved. What has changed since stands beside them, until there is so much of it that they are made anew.
 */
export class ArticlePostings {
  readonly #vocabulary: Vocabulary;
  readonly #inversion: Inversion;
  /** Of the articles in the arrays, how many there are, and those that are gone. */
  readonly #count: number;
  readonly #gone = new Set<number>();
  /** By term: the articles that have come since. */
  readonly #since = new Map<number, Posting>();
  readonly #added = new Set<number>();
  readonly #seen = new SeenTerms();

  /** @param count of the articles that the inversion is of */
  constructor(vocabulary: Vocabulary, inversion = NOTHING, count = 0) {
    this.#vocabulary = vocabulary;
    this.#inversion = inversion;
    this.#count = count;
  }

  /** Whether it is time to make the arrays anew, if so many articles come. */
  isOutgrownBy(coming: number, many: number): boolean {
    return this.#added.size + coming > Math.max(many, this.#count);
  }

  add(article: number, terms: ArticleTerms): void {
    this.#added.add(article);
    eachTitleTerm(terms, this.#seen, (term) => this.#postingOf(term).title.push(article));
    eachTextTerm(terms, this.#seen, (term) => this.#postingOf(term).text.push(article));
  }

  /** @param terms those that it was added with */
  remove(article: number, terms: ArticleTerms): void {
    if (!this.#added.delete(article)) {
      this.#gone.add(article);
      return;
    }
    eachTitleTerm(terms, this.#seen, (term) => leave(this.#postingOf(term).title, article));
    eachTextTerm(terms, this.#seen, (term) => leave(this.#postingOf(term).text, article));
  }

  /**
   * Visits the articles that hold a term in one of the fields. An article that holds it in both is
   * visited twice.
   * @param distance also finds terms that differ by up to this many letters; the visitor is given the term
   * found
   * @param visitor returns whether to go on
   * @returns whether every article was visited
   */
  visit(
    term: string,
    distance: number,
    fields: readonly Field[],
    visitor: (article: number, term: string) => boolean,
  ): boolean {
    const spellings = distance > 0 ? this.#vocabulary.spelledLike(term, distance) : [term];
    for (const spelling of spellings) {
      const number = this.#vocabulary.find(spelling);
      if (number === undefined) continue;
      for (const field of fields) {
        if (!this.#visitHolders(number, field, (article) => visitor(article, spelling))) return false;
      }
    }
    return true;
  }

  #visitHolders(term: number, field: Field, visitor: (article: number) => boolean): boolean {
    const { starts, articles } = this.#inversion[field];
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? end; at < end; at++) {
      const article = articles[at] ?? 0;
      if (!this.#gone.has(article) && !visitor(article)) return false;
    }
    return (this.#since.get(term)?.[field] ?? []).every(visitor);
  }

  #postingOf(term: number): Posting {
    const known = this.#since.get(term);
    if (known !== undefined) return known;
    const posting: Posting = { title: [], text: [] };
    this.#since.set(term, posting);
    return posting;
  }
}

function leave(articles: number[], article: number): void {
  const at = articles.indexOf(article);
  if (at >= 0) articles.splice(at, 1);
}

function noHolders(): Holders {
  return { starts: new Uint32Array(1), articles: new Uint32Array() };
}
