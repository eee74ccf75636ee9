/** Scores are rounded, perhaps upwards. */
const ROUNDING = 1 + 1e-6;

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

  get size(): number {
    return this.#found.length;
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

  /** No passage of the article scores more, whether or not it holds those of the query's terms that were not sought. */
  bound(article: number, rest: { readonly most: number; readonly terms: number }): number {
    const most = (this.#most[article] ?? 0) + rest.most;
    return most * ((this.#matched[article] ?? 0) + rest.terms) * ROUNDING;
  }

  /** Those not finished that may score so much, in the order in which they were found. */
  promising(threshold: number, rest: { readonly most: number; readonly terms: number }): number[] {
    return this.#found.filter(
      (article) => this.#done[article] === 0 && this.bound(article, rest) >= threshold,
    );
  }
}
