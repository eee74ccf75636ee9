import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IIdentifyThrottler } from 'discord.js';
import { holdLease } from '../../store/leases.js';
import type { Store } from '../../store/store.js';

/** How often it is looked whether the place is free, in milliseconds. */
const LOOK = 250;

/** Lets shards identify one after the other, also those of other processes over the same store. */
export class IdentifyTurns implements IIdentifyThrottler {
  constructor(
    private readonly store: Store,
    private readonly maxConcurrency: number,
    /** For how long nobody else may, in milliseconds. */
    private readonly pause: number,
  ) {}

  async waitForIdentify(shard: number, signal: AbortSignal): Promise<void> {
    // A place is never renewed: it is free when its time is over.
    const place = { name: `identify ${shard % this.maxConcurrency}`, holder: randomUUID() };
    while (!(await this.#taken(place, signal))) await sleep(LOOK, undefined, { signal });
  }

  /** Without the store the others cannot be heard of; whoever comes too early is sent back by Discord, and tries again. */
  async #taken(place: { name: string; holder: string }, signal: AbortSignal): Promise<boolean> {
    try {
      return await holdLease(this.store, place, this.pause);
    } catch {
      await sleep(this.pause, undefined, { signal });
      return true;
    }
  }
}
