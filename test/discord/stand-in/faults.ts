import type { Request } from './rest.js';

/** What goes wrong with a request, instead of or beside what was asked. */
export interface Fault {
  readonly method?: string;
  /** Which paths (`/channels/1/messages`); every path when left out. */
  readonly path?: RegExp;
  /** How often; once when left out. */
  readonly times?: number;
  /** Waits so long before anything else, in milliseconds. */
  readonly delay?: number;
  /** Answers this instead: 429 with `retryAfter` in seconds, 403 with `code`, 500, … */
  readonly status?: number;
  readonly code?: number;
  readonly retryAfter?: number;
  /** The request takes effect all the same, before the answer fails: what a lost answer looks like. */
  readonly applied?: boolean;
  /** The connection breaks instead of an answer. */
  readonly cut?: boolean;
}

/** Faults that wait for a request that they fit. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  take({ method, path }: Request): Fault | undefined {
    const found = this.#waiting.find(
      ({ fault, left }) =>
        left > 0 && (fault.method ?? method) === method && (fault.path?.test(path) ?? true),
    );
    if (found) found.left -= 1;
    return found?.fault;
  }
}
