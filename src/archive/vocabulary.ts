import SearchableMap from 'minisearch/SearchableMap';
import type { WordForm } from '../text/words/word-form.js';

let made = 0;

/** The terms of an index, numbered in order of arrival: numbers take less memory than words. */
export class Vocabulary {
  /** Words remember by this where they were looked up: by the vocabulary itself, they would keep it in memory. */
  readonly #serial = ++made;
  readonly #terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  /**
   * By the letter that terms begin with, the radix tree in which MiniSearch searches for other spellings. A tree is made when it is
   * first needed: most questions are spelled well, and all trees together take as much memory as the terms.
   */
  readonly #trees = new Map<string, SearchableMap<true>>();

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
    this.#trees.get(term.charAt(0))?.set(term, true);
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

  /** The terms that begin with the same letter and differ by up to so many others, the term itself among them. */
  spelledLike(term: string, distance: number): Iterable<string> {
    return this.#treeOf(term.charAt(0)).fuzzyGet(term, distance).keys();
  }

  termOf(number: number): string {
    return this.#terms[number] ?? '';
  }

  #treeOf(letter: string): SearchableMap<true> {
    const known = this.#trees.get(letter);
    if (known !== undefined) return known;
    const tree = new SearchableMap<true>();
    for (const term of this.#terms) if (term.startsWith(letter)) tree.set(term, true);
    this.#trees.set(letter, tree);
    return tree;
  }
}
