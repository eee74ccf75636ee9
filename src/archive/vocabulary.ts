/** The terms of an index, numbered in order of arrival: numbers take less memory than words. */
export class Vocabulary {
  readonly #terms: string[] = [];
  readonly #numbers = new Map<string, number>();

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
    return number;
  }

  find(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  termOf(number: number): string {
    return this.#terms[number] ?? '';
  }
}
