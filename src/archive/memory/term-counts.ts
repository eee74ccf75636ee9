/** An array of counts that grows as needed. Each count is 0 until something is added. */
export class TermCounts {
  #counts: Uint32Array;

  /** @param counts by number; they are changed */
  constructor(counts: Uint32Array = new Uint32Array(1024)) {
    this.#counts = counts;
  }

  /** The counts of all numbers below `size`. */
  upTo(size: number): Uint32Array {
    if (size > this.#counts.length) this.#grow(size);
    return this.#counts.slice(0, size);
  }

  of(number: number): number {
    return this.#counts[number] ?? 0;
  }

  add(number: number, change: number): void {
    if (number >= this.#counts.length) this.#grow(number);
    this.#counts[number] = (this.#counts[number] ?? 0) + change;
  }

  #grow(number: number): void {
    const larger = new Uint32Array(Math.max(number + 1, this.#counts.length * 2));
    larger.set(this.#counts);
    this.#counts = larger;
  }
}
