import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IIdentifyThrottler } from 'discord.js';
import { holdLease } from '../../store/leases.js';
import type { Store } from '../../store/store.js';

/** How often a shard checks whether it may identify, in milliseconds. */
const LOOK = 250;

/** Lets shards identify one at a time, across all processes that share the store. */
export class IdentifyTurns implements IIdentifyThrottler {
  constructor(
    private readonly store: Store,
    private readonly maxConcurrency: number,
    /** How long nobody else may identify, in milliseconds. */
    private readonly pause: number,
  ) {}

  async waitForIdentify(shard: number, signal: AbortSignal): Promise<void> {
    // The lease is never renewed: the place is free again when it runs out.
    const place = { name: `identify ${shard % this.maxConcurrency}`, holder: randomUUID() };
    while (!(await this.#taken(place, signal))) await sleep(LOOK, undefined, { signal });
  }

  /**
   * Takes the place if it is free, and returns whether it did. If the store is out of reach, the other
   * processes cannot be seen: this one waits for the pause and goes on. Discord rejects a shard that
   * identifies too early, and it tries again.
   */
  async #taken(place: { name: string; holder: string }, signal: AbortSignal): Promise<boolean> {
    try {
      return await holdLease(this.store, place, this.pause);
    } catch {
      await sleep(this.pause, undefined, { signal });
      return true;
    }
  }
}
