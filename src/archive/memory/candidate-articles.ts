/** Scores are rounded, perhaps upwards. */
const ROUNDING = 1 + 1e-6;

/** What the terms of a query that were not sought amount to at most, and how many they are. */
export interface Rest {
  readonly most: number;
  readonly terms: number;
}

interface PromisingArticle {
  readonly article: number;
  /** None of its passages scores more. */
  readonly bound: number;
}

/** Articles that a search came across, and how much their passages can score at most. */
export class CandidateArticles {
  readonly #found: number[] = [];
  /** By number of the article: the most that its matching terms add up to, how many of the query's terms those are. */
  readonly #most: Float64Array;
  readonly #matched: Uint16Array;
  /** 1 + the last of the query's terms that was found in it. */
  readonly #last: Uint16Array;
  readonly #done: Uint8Array;

  /** @param size more than any article's number */
  constructor(size: number) {
    this.#most = new Float64Array(size);
    this.#matched = new Uint16Array(size);
    this.#last = new Uint16Array(size);
    this.#done = new Uint8Array(size);
  }

  /**
   * @param sought position of the query's term; a term's articles are given one after the other
   * @param most what the term adds to a score at most
   */
  add(article: number, sought: number, most: number): void {
    if (this.#last[article] === 0) this.#found.push(article);
    if (this.#last[article] !== sought + 1) this.#matched[article] = (this.#matched[article] ?? 0) + 1;
    this.#last[article] = sought + 1;
    this.#most[article] = (this.#most[article] ?? 0) + most;
  }

  /** It need not be looked at again. */
  finish(article: number): void {
    this.#done[article] = 1;
  }

  /**
   * Those not finished that may score so much, the most promising first; of equal ones those that come first by `compare`.
   * @param count so many at most
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

  /** The bound of the last one of so many. Sorting figures alone is many times as fast as sorting articles. */
  #leastOf(count: number, threshold: number, rest: Rest): number {
    const bounds = new Float64Array(this.#found.length);
    let open = 0;
    for (const article of this.#found) {
      const bound = this.#done[article] === 1 ? -1 : this.#bound(article, rest);
      if (bound >= threshold) bounds[open++] = bound;
    }
    return open <= count ? threshold : (bounds.subarray(0, open).sort()[open - count] ?? threshold);
  }

  /** No passage of the article scores more, whether or not it holds the rest of the query's terms. */
  #bound(article: number, rest: Rest): number {
    const most = (this.#most[article] ?? 0) + rest.most;
    return most * ((this.#matched[article] ?? 0) + rest.terms) * ROUNDING;
  }
}
