import { setImmediate as nextTurn } from 'node:timers/promises';
import { Mutex } from '../mutex.js';
import { UserError } from '../user-error.js';
import { texts } from './rendering/texts.js';

/** How many may wait. */
const CAPACITY = 500;
/** How long one piece of work may take, in milliseconds. */
const TIME_LIMIT = 30_000;

/**
 * Does one piece of work after the other, in the order they came, and lets the event loop breathe between them:
 * however many questions come at once, heartbeats go out in time.
 */
export class WorkQueue {
  readonly #mutex = new Mutex();
  /** How to give up on each piece of work that is not done. */
  readonly #waiting = new Set<(reason: UserError) => void>();
  #closed = false;

  constructor(private readonly timeLimit = TIME_LIMIT) {}

  /** @throws UserError `busy` when too many wait, `too-slow`, `restarting` after `close` */
  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(restarting());
    if (this.#waiting.size >= CAPACITY) return Promise.reject(new UserError('busy', texts.busy));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject);
      void this.#mutex
        .run(() => this.#inTime(work))
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /** Lets whoever waits know that there will be no answer. */
  close(): void {
    this.#closed = true;
    for (const giveUp of this.#waiting) giveUp(restarting());
  }

  async #inTime<T>(work: () => Promise<T>): Promise<T> {
    await nextTurn();
    if (this.#closed) throw restarting();
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UserError('too-slow', texts.tooSlow)), this.timeLimit);
    });
    try {
      return await Promise.race([work(), limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function restarting(): UserError {
  return new UserError('restarting', texts.restarting);
}
