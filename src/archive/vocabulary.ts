import SearchableMap from 'minisearch/SearchableMap';

/** The terms of an index, numbered in order of arrival: numbers take less memory than words. */
export class Vocabulary {
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
