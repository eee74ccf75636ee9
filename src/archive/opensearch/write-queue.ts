import type { Cluster } from './cluster.js';
import type { Generation } from './generation.js';
import { type Change, type Outcome, type Work, type WriteOptions, workOf, write } from './writer.js';

/** So many articles are written together at most: some 4 MB. */
const TOGETHER = 200;
/** When so many are waiting, who brings more has to wait too. */
const MOST_WAITING = 400;

interface Waiting {
  readonly work: Work;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes articles in their order, those together that come while others are being written. */
export class WriteQueue {
  readonly #cluster: Cluster;
  readonly #generation: Generation;
  readonly #options: WriteOptions;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(cluster: Cluster, generation: Generation, options: WriteOptions = {}) {
    this.#cluster = cluster;
    this.#generation = generation;
    this.#options = options;
  }

  /** Resolves when there is room for more. */
  async room(): Promise<void> {
    while (this.#waiting.length >= MOST_WAITING) await this.#writing;
  }

  /**
   * Resolves with what became of it.
   * @throws UserError when the cluster did not take it; nobody tries again
   */
  push(change: Change): Promise<Outcome> {
    const work = workOf(change);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Resolves when nothing is waiting any more, whatever became of it. */
  async idle(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    // What is brought in this very moment comes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, TOGETHER);
      try {
        const works = batch.map(({ work }) => work);
        const outcomes = await write(this.#cluster, this.#generation, works, this.#options);
        for (const { work, resolve } of batch) resolve(outcomes.get(work.id) ?? 'left alone');
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = null;
  }
}
