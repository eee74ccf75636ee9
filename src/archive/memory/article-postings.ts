import type { ArticleTerms } from '../article-terms.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Holders, Inversion } from './inversion.js';
import { PassageCounter } from './passage-counter.js';
import { articleOf, type Field, type Posting, postingOf } from './posting.js';

const FIELDS: readonly Field[] = ['title', 'text'];

/** The postings of a term in each field. */
type Since = Record<Field, Posting[]>;

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
  /** By term: the postings of articles that have come since. */
  readonly #since = new Map<number, Since>();
  readonly #added = new Set<number>();
  readonly #counter = new PassageCounter();

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
    for (const field of FIELDS) {
      this.#counter.each(terms, field, (term, passages) =>
        this.#sinceOf(term)[field].push(postingOf(article, passages)),
      );
    }
  }

  /** @param terms those that it was added with */
  remove(article: number, terms: ArticleTerms): void {
    if (!this.#added.delete(article)) {
      this.#gone.add(article);
      return;
    }
    for (const field of FIELDS)
      this.#counter.each(terms, field, (term) => leave(this.#sinceOf(term)[field], article));
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
        const tell = (posting: Posting) => visitor(articleOf(posting), spelling);
        if (!this.eachPosting(number, field, tell)) return false;
      }
    }
    return true;
  }

  /**
   * Visits the postings of a term in a field.
   * @param term its number
   * @param visitor returns whether to go on
   * @returns whether every posting was visited
   */
  eachPosting(term: number, field: Field, visitor: (posting: Posting) => boolean): boolean {
    const { starts, postings } = this.#inversion[field];
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? end; at < end; at++) {
      const posting = postings[at] ?? 0;
      if (!this.#gone.has(articleOf(posting)) && !visitor(posting)) return false;
    }
    return (this.#since.get(term)?.[field] ?? []).every(visitor);
  }

  #sinceOf(term: number): Since {
    const known = this.#since.get(term);
    if (known !== undefined) return known;
    const since: Since = { title: [], text: [] };
    this.#since.set(term, since);
    return since;
  }
}

function leave(postings: Posting[], article: number): void {
  const at = postings.findIndex((posting) => articleOf(posting) === article);
  if (at >= 0) postings.splice(at, 1);
}

function noHolders(): Holders {
  return { starts: new Uint32Array(1), postings: new Uint32Array() };
}
