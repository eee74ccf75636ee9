import { setTimeout as sleep } from 'node:timers/promises';
import { holdLease, type Lease, releaseLease } from './leases.js';
import type { Store } from './store.js';

/** How often leases are renewed, and how long they last without renewal, in milliseconds. */
export interface LeaseTimes {
  readonly beat: number;
  readonly length: number;
}

/**
 * A dead process's leases are free after 15 seconds; a process that is only slow has five chances to renew.
 */
export const LEASE_TIMES: LeaseTimes = { beat: 3_000, length: 15_000 };

/** Tries to hold one lease for as long as it runs. */
export class LeaseKeeper {
  readonly #store: Store;
  readonly #lease: Lease;
  /** By our own clock, counted from before the store was asked, to be on the safe side. */
  #heldUntil = 0;

  constructor(
    store: Store,
    lease: Lease,
    readonly times: LeaseTimes = LEASE_TIMES,
  ) {
    this.#store = store;
    this.#lease = lease;
  }

  get isHeld(): boolean {
    return performance.now() < this.#heldUntil;
  }

  /**
   * Takes or renews the lease. If the store is out of reach, nothing changes, and the next attempt may
   * succeed.
   */
  async beat(): Promise<void> {
    const until = performance.now() + this.times.length;
    const isHeld = await holdLease(this.#store, this.#lease, this.times.length).catch(() => null);
    if (isHeld !== null) this.#heldUntil = isHeld ? until : 0;
  }

  /** Keeps the lease until `leave` is aborted, then gives it back. */
  async run(leave: AbortSignal): Promise<void> {
    while (!leave.aborted) {
      await this.beat();
      await sleep(this.times.beat, undefined, { signal: leave, ref: false }).catch(() => undefined);
    }
    this.#heldUntil = 0;
    await releaseLease(this.#store, this.#lease).catch(() => undefined);
  }
}
