import { setTimeout } from 'node:timers/promises';
import type { Cluster } from './connection/cluster.js';
import { isForNow } from './connection/cluster-errors.js';
import type { IndexVersion } from './index-version.js';
import { type Change, type Work, type WriteOptions, type WriteOutcome, workOf, write } from './writer.js';

/** At most this many articles are written together: about 4 MB. */
const TOGETHER = 200;
/** When this many are waiting, callers who bring more have to wait too. */
const MOST_WAITING = 400;

/**
 * How long to keep trying, in milliseconds. A cluster recovers from the loss of a node within this time if
 * replicas are left.
 */
const PATIENCE = 60_000;
/** Pauses between tries, in milliseconds, doubled each time up to the longest. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

interface Waiting {
  readonly work: Work;
  readonly resolve: (outcome: WriteOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes articles in order. Those that arrive during a write are written together next. */
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
   * Queues a change, and resolves with its outcome.
   * @throws UserError when the cluster did not accept it; it is not tried again
   */
  push(change: Change): Promise<WriteOutcome> {
    const work = workOf(change);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Resolves when nothing is waiting any more, whatever the outcome. */
  async idle(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async #writeAll(): Promise<void> {
    // Lets changes that are pushed at this very moment join the first batch.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, TOGETHER);
      try {
        const outcomes = await this.#insist(batch.map(({ work }) => work));
        for (const { work, resolve } of batch) resolve(outcomes.get(work.id) ?? 'left alone');
      } catch (error) {
        // The ones that wait would find the cluster no better, each after the same delay.
        for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(error);
      }
    }
    this.#writing = null;
  }

  /** Writes, and tries again while the cluster is away or busy. */
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
