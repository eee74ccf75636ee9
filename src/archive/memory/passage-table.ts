import { type ArticleTerms, passageCount, passageLength, titleLength } from '../article-terms.js';

/** In place of an article's number, where its passage is gone. */
const GONE = 0xffffffff;
/** The longest length that is kept. No text of news has so many different words. */
const LONGEST = 0xffff;

/** Where a passage holds a term. The title is that of its article. */
export type Field = 'title' | 'text';

/** The number of different terms of each passage, by field. */
type Lengths = Record<Field, Uint16Array>;

/** The passages of an index by their numbers: the article of each, and its lengths, which scoring needs. */
export class PassageTable {
  #articles: Uint32Array;
  readonly #lengths: Lengths;
  readonly #longest = { title: 0, text: 0 };
  #size = 0;
  /** By article: the number of its first passage. */
  readonly #firsts: number[] = [];

  /** @param articles in the order of their numbers; those of their passages follow one another */
  constructor(articles: readonly ArticleTerms[] = []) {
    const size = articles.reduce((sum, terms) => sum + passageCount(terms), 0);
    this.#articles = new Uint32Array(size);
    this.#lengths = { title: new Uint16Array(size), text: new Uint16Array(size) };
    for (const [number, terms] of articles.entries()) this.add(number, terms);
  }

  /** Greater than any passage's number. */
  get size(): number {
    return this.#size;
  }

  /** Numbers the passages of an article, and returns the number of the first one. */
  add(article: number, terms: ArticleTerms): number {
    const first = this.#size;
    const count = passageCount(terms);
    this.#makeRoom(first + count);
    for (let passage = 0; passage < count; passage++) {
      this.#articles[first + passage] = article;
      this.#setLength('title', first + passage, titleLength(terms));
      this.#setLength('text', first + passage, passageLength(terms, passage));
    }
    this.#firsts[article] = first;
    this.#size += count;
    return first;
  }

  /** Forgets the passages of an article. Their numbers are not given again. */
  remove(article: number): void {
    for (let passage = this.firstOf(article); this.#articles[passage] === article; passage++)
      this.#articles[passage] = GONE;
  }

  /** The number of the article that a passage is of; null if it is gone. */
  articleOf(passage: number): number | null {
    const article = this.#articles[passage] ?? GONE;
    return article === GONE ? null : article;
  }

  firstOf(article: number): number {
    return this.#firsts[article] ?? this.#size;
  }

  /** The number of different terms of each passage in a field, by the passage's number. */
  lengths(field: Field): Uint16Array {
    return this.#lengths[field];
  }

  /** The greatest of the lengths in a field. */
  longest(field: Field): number {
    return this.#longest[field];
  }

  #setLength(field: Field, passage: number, length: number): void {
    const kept = Math.min(length, LONGEST);
    this.#lengths[field][passage] = kept;
    this.#longest[field] = Math.max(this.#longest[field], kept);
  }

  #makeRoom(size: number): void {
    if (size <= this.#articles.length) return;
    const room = Math.max(size, 2 * this.#articles.length);
    const articles = new Uint32Array(room);
    articles.set(this.#articles);
    this.#articles = articles;
    for (const field of ['title', 'text'] as const) {
      const lengths = new Uint16Array(room);
      lengths.set(this.#lengths[field]);
      this.#lengths[field] = lengths;
    }
  }
}
