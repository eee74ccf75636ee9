import { existsSync } from 'node:fs';
import type { Tinypool } from 'tinypool';
import { Mutex } from './mutex.js';
import { UserError } from './user-error.js';

/** After so long without work the thread ends, in milliseconds. */
const IDLE = 15_000;

/**
 * A thread for work on what came from outside, with a limit on time and memory. What passes it ends the thread, not
 * the program, and the next piece of work starts another.
 */
export class LimitedThread {
  readonly #program: URL;
  readonly #heap: number;
  /** One after another, so that the time of one is not spent waiting for another. */
  readonly #turns = new Mutex();
  #pool: Tinypool | null = null;

  /**
   * @param program what the thread runs: a module whose default export takes the task
   * @param heap what the work may take of memory, in megabytes
   */
  constructor(program: URL, heap: number) {
    this.#program = program;
    this.#heap = heap;
  }

  /** False when the program runs from its sources, as in tests: there is no compiled file for a thread to run. */
  get isBuilt(): boolean {
    return existsSync(this.#program);
  }

  /**
   * @param name what is read, for the message
   * @param limit in milliseconds
   * @throws UserError `too-slow` or `too-much-memory`; or what the program throws
   */
  run<Result>(task: unknown, name: string, limit: number): Promise<Result> {
    return this.#turns.run(() => this.#within<Result>(task, name, limit));
  }

  async #within<Result>(task: unknown, name: string, limit: number): Promise<Result> {
    this.#pool ??= await this.#started();
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), limit);
    try {
      return await this.#pool.run(task, { signal: stop.signal });
    } catch (cause) {
      if (stop.signal.aborted) {
        const seconds = limit / 1000;
        throw new UserError('too-slow', `${name} cannot be read: it took over ${seconds} seconds.`, null, {
          cause,
        });
      }
      if (isOutOfMemory(cause)) {
        const why = `it took over ${this.#heap} MB of memory`;
        throw new UserError('too-much-memory', `${name} cannot be read: ${why}.`, null, { cause });
      }
      throw cause;
    } finally {
      clearTimeout(timer);
    }
  }

  async #started(): Promise<Tinypool> {
    // Loaded only now, as most starts have nothing to read.
    const { Tinypool } = await import('tinypool');
    const made = new Tinypool({
      filename: this.#program.href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE,
      resourceLimits: { maxOldGenerationSizeMb: this.#heap },
    });
    // Whoever waits for a reading gets the error too.
    made.on('error', () => undefined);
    return made;
  }
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
