import { setImmediate as nextTurn } from 'node:timers/promises';
import { UserError } from '../user-error.js';
import { texts } from './texts.js';

/** How many may wait. */
const CAPACITY = 500;
/** How long one piece of work may take, in milliseconds. */
const TIME_LIMIT = 30_000;

/**
 * Does one piece of work after the other, in the order they came, and lets the event loop breathe between them:
 * however many questions come at once, heartbeats go out in time.
 */
export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  readonly #closing = new AbortController();

  constructor(private readonly timeLimit = TIME_LIMIT) {}

  /** @throws UserError `busy` when too many wait, `too-slow`, `restarting` after `close` */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#closing.signal.throwIfAborted();
    if (this.#waiting >= CAPACITY) throw new UserError('busy', texts.busy);
    this.#waiting += 1;
    const done = this.#last.then(async () => {
      await nextTurn();
      this.#closing.signal.throwIfAborted();
      return this.#limited(work());
    });
    this.#last = done.catch(() => {});
    try {
      return await untilAborted(done, this.#closing.signal);
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Lets whoever waits know that there will be no answer. */
  close(): void {
    this.#closing.abort(new UserError('restarting', texts.restarting));
  }

  async #limited<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new UserError('too-slow', texts.tooSlow)), this.timeLimit);
    });
    try {
      return await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
