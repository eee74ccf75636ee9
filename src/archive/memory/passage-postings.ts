import type { ArticleTerms } from '../article-terms.js';
import { eachPosting, type Inversion } from './inversion.js';
import type { Posting } from './posting.js';

const NOTHING: Inversion = { starts: new Uint32Array(1), postings: new Uint32Array() };

/**
 * Knows which passages hold a term. Nearly all of it lies in arrays that are read as they were saved. What has come since
 * stands beside them, until there is so much of it that they are made anew.
 */
export class PassagePostings {
  /** The arrays. */
  readonly inversion: Inversion;
  /** By term: the postings of passages that have come since. */
  readonly #since = new Map<number, Posting[]>();

  constructor(inversion = NOTHING) {
    this.inversion = inversion;
  }

  /** Greater than the number of any term in the arrays. */
  get terms(): number {
    return this.inversion.starts.length - 1;
  }

  /** @param first the number of the article's first passage, greater than those that came before */
  add(terms: ArticleTerms, first: number): void {
    eachPosting(terms, first, (term, posting) => {
      const known = this.#since.get(term);
      if (known === undefined) this.#since.set(term, [posting]);
      else known.push(posting);
    });
  }

  /**
   * Returns the postings of a term, in the order of their passages. Passages that are gone are among them.
   * @param term its number
   */
  of(term: number): readonly Uint32Array[] {
    const { starts, postings } = this.inversion;
    const saved = postings.subarray(starts[term] ?? 0, starts[term + 1] ?? 0);
    const since = this.#since.get(term);
    return since === undefined ? [saved] : [saved, new Uint32Array(since)];
  }
}
