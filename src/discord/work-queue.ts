import { setImmediate as nextTurn } from 'node:timers/promises';
import { Mutex } from '../mutex.js';
import { UserError } from '../user-error.js';
import { texts } from './rendering/texts.js';

/** How many pieces of work may wait. */
const CAPACITY = 500;
/** How long one piece of work may take, in milliseconds. */
const TIME_LIMIT = 30_000;

/**
 * Runs pieces of work one at a time, in the order they arrive, and yields to the event loop between them.
 * However many questions arrive at once, heartbeats go out in time.
 */
export class WorkQueue {
  readonly #mutex = new Mutex();
  /** Functions that reject each unfinished piece of work. */
  readonly #waiting = new Set<(reason: UserError) => void>();
  #closed = false;

  constructor(private readonly timeLimit = TIME_LIMIT) {}

  /** @throws UserError `busy` if too many wait, `too-slow`, or `restarting` after `close` */
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

  /** Rejects all waiting work, since it will get no answer. */
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
