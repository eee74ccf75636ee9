/** Scores are rounded, possibly upwards; bounds allow for it. */
const ROUNDING = 1 + 1e-6;

/** The terms of a query that have not been looked up: the most they can add to a score, and their number. */
export interface Rest {
  readonly most: number;
  readonly terms: number;
}

interface PromisingArticle {
  readonly article: number;
  /** None of its passages scores more. */
  readonly bound: number;
}

/** The articles that a search has found so far, with an upper bound on the scores of their passages. */
export class CandidateArticles {
  readonly #found: number[] = [];
  /**
   * By article number: the most that its matching terms add up to, and how many of the query's terms those
   * are.
   */
  readonly #most: Float64Array;
  readonly #matched: Uint16Array;
  /** By article number: 1 + the position of the query's last term that was found in it. */
  readonly #last: Uint16Array;
  readonly #done: Uint8Array;

  /** @param size greater than any article's number */
  constructor(size: number) {
    this.#most = new Float64Array(size);
    this.#matched = new Uint16Array(size);
    this.#last = new Uint16Array(size);
    this.#done = new Uint8Array(size);
  }

  /**
   * Records that an article holds a term.
   * @param sought position of the term in the query; all articles of one term are added before those of the
   * next
   * @param most the most that the term adds to a score
   */
  add(article: number, sought: number, most: number): void {
    if (this.#last[article] === 0) this.#found.push(article);
    if (this.#last[article] !== sought + 1) this.#matched[article] = (this.#matched[article] ?? 0) + 1;
    this.#last[article] = sought + 1;
    this.#most[article] = (this.#most[article] ?? 0) + most;
  }

  /** Marks an article as scored, so that it is not offered again. */
  finish(article: number): void {
    this.#done[article] = 1;
  }

  /**
   * Returns unfinished articles that may score at least `threshold`, the most promising first. Equal ones are
   * in the order of `compare`.
   * @param count the number of articles to return at most
   */
  promising(
    count: number,
    threshold: number,
    rest: Rest,
    compare: (a: number, b: number) => number,
  ): PromisingArticle[] {
    if (count < 1) return [];
    const least = this.#leastOf(count, threshold, rest);
    const articles: PromisingArticle[] = [];
    for (const article of this.#found) {
      const bound = this.#done[article] === 1 ? -1 : this.#bound(article, rest);
      if (bound >= least) articles.push({ article, bound });
    }
    return articles.sort((a, b) => b.bound - a.bound || compare(a.article, b.article)).slice(0, count);
  }

  /**
   * Returns the bound that an article needs to be among the best `count`. Sorting numbers alone is many times
   * as fast as sorting articles.
   */
  #leastOf(count: number, threshold: number, rest: Rest): number {
    const bounds = new Float64Array(this.#found.length);
    let open = 0;
    for (const article of this.#found) {
      const bound = this.#done[article] === 1 ? -1 : this.#bound(article, rest);
      if (bound >= threshold) bounds[open++] = bound;
    }
    return open <= count ? threshold : (bounds.subarray(0, open).sort()[open - count] ?? threshold);
  }

  /**
   * Returns a score that no passage of the article exceeds, whether or not it holds the rest of the query's
   * terms.
   */
  #bound(article: number, rest: Rest): number {
    const most = (this.#most[article] ?? 0) + rest.most;
    return most * ((this.#matched[article] ?? 0) + rest.terms) * ROUNDING;
  }
}
