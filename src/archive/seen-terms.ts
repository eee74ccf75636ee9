/** Tells whether a term occurs for the first time. Many times as fast as a new set for each article. */
export class SeenTerms {
  #rounds = new Uint32Array(1024);
  #round = 0;

  /** Starts afresh: every term is new again. */
  forget(): void {
    this.#round += 1;
  }

  /** Whether a term is seen for the first time since `forget`. */
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
