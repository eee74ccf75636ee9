/** Tells whether a term comes for the first time; many times as fast as a new set for each article. */
export class SeenTerms {
  #rounds = new Uint32Array(1024);
  #round = 0;

  /** From now on every term is new again. */
  forget(): void {
    this.#round += 1;
  }

  /** Whether it was not seen before. */
  isNew(term: number): boolean {
    if (this.#rounds[term] === this.#round) return false;
    if (term >= this.#rounds.length) this.#grow(term);
    this.#rounds[term] = this.#round;
    return true;
  }

  #grow(term: number): void {
    const larger = new Uint32Array(Math.max(term + 1, this.#rounds.length * 2));
    larger.set(this.#rounds);
    this.#rounds = larger;
  }
}
