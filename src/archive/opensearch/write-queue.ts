import { setTimeout } from 'node:timers/promises';
import { type Cluster, isForNow } from './cluster.js';
import type { IndexVersion } from './index-version.js';
import { type Change, type Work, type WriteOptions, type WriteOutcome, workOf, write } from './writer.js';

/** So many articles are written together at most: some 4 MB. */
const TOGETHER = 200;
/** When so many are waiting, who brings more has to wait too. */
const MOST_WAITING = 400;

/** A cluster gets over the loss of a node within this time, in milliseconds, where copies are left. */
const PATIENCE = 60_000;
/** Pauses between tries, in milliseconds, doubled each time up to the longest. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

interface Waiting {
  readonly work: Work;
  readonly resolve: (outcome: WriteOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes articles in their order, those together that come while others are being written. */
export class WriteQueue {
  readonly #cluster: Cluster;
  readonly #indexVersion: IndexVersion;
  readonly #options: WriteOptions;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(cluster: Cluster, indexVersion: IndexVersion, options: WriteOptions = {}) {
    this.#cluster = cluster;
    this.#indexVersion = indexVersion;
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
  push(change: Change): Promise<WriteOutcome> {
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
        const outcomes = await this.#insist(batch.map(({ work }) => work));
        for (const { work, resolve } of batch) resolve(outcomes.get(work.id) ?? 'left alone');
      } catch (error) {
        // Those that wait would find the cluster no better, each after as long.
        for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(error);
      }
    }
    this.#writing = null;
  }

  /** While the cluster is away or busy it is tried again. */
  async #insist(works: readonly Work[]): Promise<ReadonlyMap<string, WriteOutcome>> {
    const { patience = PATIENCE, onlyNew } = this.#options;
    const until = Date.now() + patience;
    for (let tries = 1; ; tries++) {
      try {
        return await write(this.#cluster, this.#indexVersion, works, until, onlyNew);
      } catch (error) {
        if (!isForNow(error) || Date.now() >= until) throw error;
        await setTimeout(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)));
      }
    }
  }
}
