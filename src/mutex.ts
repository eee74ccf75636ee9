/** Runs pieces of work one at a time, in the order they arrive. One that fails does not hold up the next. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();
  #pending = 0;

  /** False while work runs or waits. */
  get isIdle(): boolean {
    return this.#pending === 0;
  }

  /** Runs `work` after all earlier work, and settles as it does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#pending += 1;
    const done = this.#last.then(work).finally(() => {
      this.#pending -= 1;
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Resolves when all work submitted so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
