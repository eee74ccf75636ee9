import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { LEASE_TIMES, type LeaseTimes } from '../../store/lease-keeper.js';
import { forgetOldLeases, holdLease, type Lease, readLeases, releaseLease } from '../../store/leases.js';
import type { Store } from '../../store/store.js';

/** Prefix of the leases of processes that share their shards with nobody. */
const ALONE = 'alone ';
/** Leases that say that a process answers members: one like this, or one of a fleet. */
const SERVES = /^(?:alone|process) /;

/** How long leases of dead processes are kept, in milliseconds. */
const OLD = 24 * 60 * 60 * 1000;

const SHARED =
  'Another process answers members from this database, and this one was started without SHARDS: each of them ' +
  'receives every message. Stop one of the two, or start both with SHARDS=auto.';

/**
 * Says in the store that this process is alive, so that what it works on is taken over only after its death, and warns
 * once if another process uses the store too.
 */
export class LoneProcess {
  readonly #lease: Lease;
  readonly #leave = new AbortController();
  /** When each other process was first seen, by `performance.now()`. */
  readonly #others = new Map<string, number>();
  #loop: Promise<void> = Promise.resolve();
  #isTold = false;

  constructor(
    private readonly store: Store,
    holder: string,
    private readonly log: Logger,
    private readonly times: LeaseTimes = LEASE_TIMES,
  ) {
    this.#lease = { name: ALONE + holder, holder };
  }

  /** Resolves when the store knows of this process, or cannot be reached. */
  async start(): Promise<void> {
    await forgetOldLeases(this.store, OLD).catch(() => undefined);
    await this.#beat();
    this.#loop = this.#repeat();
  }

  async stop(): Promise<void> {
    this.#leave.abort();
    await this.#loop;
    await releaseLease(this.store, this.#lease).catch(() => undefined);
  }

  async #repeat(): Promise<void> {
    const { signal } = this.#leave;
    while (!signal.aborted) {
      await sleep(this.times.beat, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.#beat();
    }
  }

  async #beat(): Promise<void> {
    try {
      await holdLease(this.store, this.#lease, this.times.length);
      if (!this.#isTold) this.#look(await readLeases(this.store));
    } catch (error) {
      this.log.debug({ err: error }, 'The store could not be told that this process is alive');
    }
  }

  /** The lease of a dead process runs out; one that is seen for longer was renewed. */
  #look(leases: readonly Lease[]): void {
    const now = performance.now();
    const names = leases
      .map(({ name }) => name)
      .filter((name) => SERVES.test(name) && name !== this.#lease.name);
    for (const name of this.#others.keys()) if (!names.includes(name)) this.#others.delete(name);
    for (const name of names) {
      const since = this.#others.get(name) ?? now;
      this.#others.set(name, since);
      if (now - since <= this.times.length + this.times.beat || this.#isTold) continue;
      this.#isTold = true;
      this.log.warn(SHARED);
    }
  }
}
