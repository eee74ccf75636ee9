/** Does some work at once and then again and again, never twice at a time, until it is stopped. */
export class RepeatedWork {
  readonly #work: () => Promise<void> | null;
  readonly #failed: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  /**
   * @param every how often, in milliseconds
   * @param work returns null where it cannot be done now
   * @param failed hears of what the work throws; it is done again all the same
   */
  constructor(every: number, work: () => Promise<void> | null, failed: (error: unknown) => void) {
    this.#work = work;
    this.#failed = failed;
    this.#timer = setInterval(() => this.#begin(), every);
    this.#begin();
  }

  /** Resolves when no work is under way any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #begin(): void {
    this.#running ??=
      this.#work()
        ?.catch((error: unknown) => this.#failed(error))
        .finally(() => {
          this.#running = null;
        }) ?? null;
  }
}
