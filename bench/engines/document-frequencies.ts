/** In how many passages each term stands; MiniSearch keeps these figures to itself. */
export class DocumentFrequencies {
  readonly #counts: Map<string, number>;

  constructor(saved: Iterable<readonly [string, number]> = []) {
    this.#counts = new Map(saved);
  }

  of(term: string): number {
    return this.#counts.get(term) ?? 0;
  }

  /** Counts one passage more; a term that is given twice counts once. */
  add(terms: Iterable<string>): void {
    for (const term of new Set(terms)) this.#counts.set(term, this.of(term) + 1);
  }

  /** Takes back what `add` counted for the same terms. */
  remove(terms: Iterable<string>): void {
    for (const term of new Set(terms)) {
      const count = this.of(term) - 1;
      if (count > 0) this.#counts.set(term, count);
      else this.#counts.delete(term);
    }
  }

  entries(): [string, number][] {
    return [...this.#counts];
  }
}
