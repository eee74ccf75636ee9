/** How far the clock may stray from the time that has passed between two looks, in milliseconds. */
const MAY_STRAY = 60_000;
/** How long a clock that was moved must run on evenly if nobody can confirm it, in milliseconds. */
const PROBATION = 10 * 60 * 1000;

export interface SteadyClockOptions {
  /** The machine's clock, which can be moved: milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since any moment; nothing moves it, but it may stand still while the machine sleeps. */
  readonly elapsed: () => number;
  /** A clock elsewhere, asked once, and after a jump: milliseconds since 1970, or null if it cannot be asked. */
  readonly witness: () => Promise<number | null>;
  /** Is given a line when the clock is doubted, and when it is followed again. */
  readonly tell: (line: string) => void;
}

/** What came of a look at the clock: `set back` when an earlier time is now believed. */
export type Look = 'even' | 'doubted' | 'set forward' | 'set back';

/**
 * A clock that does not follow the machine's when that is moved, until another clock confirms it: a jump may be a
 * fault that is put right a moment later. Until then it goes on by the time that has passed. A machine that slept
 * is confirmed at once. Nor does it follow a machine's clock that was wrong from the start: then it goes by the other.
 */
export class SteadyClock {
  readonly #options: SteadyClockOptions;
  /** The last time that was believed, and when. */
  #believed: number;
  #at: number;
  /** Of a clock that was moved: by how much, since when, and whether another clock has denied it. */
  #doubt: { readonly by: number; readonly since: number; isDenied: boolean } | null = null;
  /** Whether the other clock has been asked once: the machine's may have been wrong from the start. */
  #isCompared = false;

  constructor(options: SteadyClockOptions) {
    this.#options = options;
    this.#believed = options.now();
    this.#at = options.elapsed();
  }

  /** Whole milliseconds since 1970, as far as it is believed. */
  now(): number {
    return Math.round(this.#believed + this.#options.elapsed() - this.#at);
  }

  /** Compares the clocks. To be called often: the time between two looks is what a jump is measured by. */
  async look(): Promise<Look> {
    const atFirst = this.#isCompared ? null : await this.#compare();
    if (atFirst !== null) return atFirst;
    const strayed = this.#strayed();
    if (Math.abs(strayed) <= MAY_STRAY) {
      if (this.#doubt !== null) this.#options.tell('The clock is right again.');
      return this.#believe('even');
    }
    if (this.#doubt === null || Math.abs(strayed - this.#doubt.by) > MAY_STRAY) this.#begin(strayed);
    const theirs = await this.#options.witness();
    if (!this.#isConfirmed(theirs)) return 'doubted';
    this.#options.tell('The clock was moved, and is believed.');
    return this.#believe(this.#strayed() < 0 ? 'set back' : 'set forward');
  }

  /** Compares the machine's clock with the other one. @returns null if they agree, or the other cannot be asked */
  async #compare(): Promise<Look | null> {
    const theirs = await this.#options.witness();
    if (theirs === null) return null;
    this.#isCompared = true;
    const before = this.now();
    if (Math.abs(this.#options.now() - theirs) <= MAY_STRAY) return null;
    this.#believed = theirs;
    this.#at = this.#options.elapsed();
    const wrong = this.#strayed();
    const minutes = Math.round(Math.abs(wrong) / 60_000);
    this.#options.tell(
      `The clock is ${minutes} min ${wrong > 0 ? 'ahead' : 'behind'}: set it right. Digests go by Discord’s clock until then.`,
    );
    this.#doubt = { by: wrong, since: this.#at, isDenied: true };
    return theirs < before ? 'set back' : 'set forward';
  }

  #isConfirmed(theirs: number | null): boolean {
    const doubt = this.#doubt;
    if (doubt === null) return true;
    // A clock that was found wrong does not become right because nobody can be asked.
    if (theirs === null) return !doubt.isDenied && this.#options.elapsed() - doubt.since >= PROBATION;
    const isRight = Math.abs(this.#options.now() - theirs) < Math.abs(this.now() - theirs);
    doubt.isDenied = !isRight;
    return isRight;
  }

  #strayed(): number {
    return this.#options.now() - this.now();
  }

  #begin(strayed: number): void {
    const way = strayed > 0 ? 'forward' : 'back';
    const minutes = Math.round(Math.abs(strayed) / 60_000);
    this.#options.tell(
      `The clock jumped ${way} by ${minutes} min. Digests go by the time that has passed, until Discord’s clock confirms it.`,
    );
    this.#doubt = { by: strayed, since: this.#options.elapsed(), isDenied: false };
  }

  #believe(look: Look): Look {
    this.#believed = this.#options.now();
    this.#at = this.#options.elapsed();
    this.#doubt = null;
    return look;
  }
}
