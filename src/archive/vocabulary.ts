import SearchableMap from 'minisearch/SearchableMap';
import type { WordForm } from '../text/words/word-form.js';

let made = 0;

/** The terms of an index, numbered in order of arrival: numbers take less memory than words. */
export class Vocabulary {
  /** Words remember by this where they were looked up: by the vocabulary itself, they would keep it in memory. */
  readonly #serial = ++made;
  readonly #terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The radix tree that MiniSearch searches; made when it is first needed, as most questions are spelled well. */
  #tree: SearchableMap<true> | null = null;

  /** @param terms in the order of their numbers */
  constructor(terms: Iterable<string> = []) {
    for (const term of terms) this.numberOf(term);
  }

  get size(): number {
    return this.#terms.length;
  }

  /** In the order of their numbers. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** Returns the number of a term. A new term gets the next number. */
  numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#terms.push(term);
    this.#numbers.set(term, number);
    this.#tree?.set(term, true);
    return number;
  }

  /** Does the same for a word's term, and keeps the number with the word: a text repeats its words. */
  numberOfForm(form: WordForm): number {
    if (form.vocabulary === this.#serial) return form.number;
    form.number = this.numberOf(form.term);
    form.vocabulary = this.#serial;
    return form.number;
  }

  find(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  /** The terms that differ from a term by up to so many letters, itself among them. */
  spelledLike(term: string, distance: number): Iterable<string> {
    if (this.#tree === null) {
      this.#tree = new SearchableMap();
      for (const each of this.#terms) this.#tree.set(each, true);
    }
    return this.#tree.fuzzyGet(term, distance).keys();
  }

  termOf(number: number): string {
    return this.#terms[number] ?? '';
  }
}
