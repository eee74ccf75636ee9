import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { LEASE_TIMES, type LeaseTimes } from '../../store/lease-keeper.js';
import {
  forgetOldLeases,
  holdLease,
  type Lease,
  readLeases,
  releaseLease,
  renewLeases,
} from '../../store/leases.js';
import type { Store } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import type { Connection } from './connection.js';
import { UNREACHABLE } from './operator-lines.js';
import { type ShardAssignment, shardMoves } from './shard-assignment.js';

/*
 * Processes that share a store divide the shards among themselves through leases. Each process holds one
 * lease that says it is alive and one for every shard it serves. When it dies its leases run out, and the
 * others take the free shards, each up to its share. A process that joins later gets its share from those
 * that have more.
 *
 * While the store is out of reach, every process keeps what it has. Afterwards it takes nothing until the
 * others have had time to renew their leases too. If a shard is served twice, both processes answer with the
 * same nonce, which Discord turns into one message, until the one whose lease ran out notices.
 */

/** Prefixes of the names of the fleet's leases in the store. */
const PROCESS = 'process ';
const SHARD = 'shard ';
/**
 * The lease on which the processes agree on the number of shards: its "holder" is that number. Each process
 * renews it.
 */
const COUNT = 'shards';
/** How long leases of dead processes are kept, in milliseconds. */
const OLD = 24 * 60 * 60 * 1000;

export interface FleetTimes extends LeaseTimes {
  /** Pause between the IDENTIFYs of shards that share a rate limit, in milliseconds. */
  readonly identify: number;
}

/** Discord requires five seconds between IDENTIFYs; this leaves a margin. */
export const FLEET_TIMES: FleetTimes = { ...LEASE_TIMES, identify: 5_500 };

export interface FleetOptions {
  readonly store: Store;
  /** Identifies this process among those that share the store. Names of older processes sort first. */
  readonly holder: string;
  /** How many shards to have, unless the other processes have agreed on a number already. */
  readonly shardCount: number;
  /** How many shards to take at a time; Discord lets no more identify at once. */
  readonly atOnce: number;
  /** @throws UserError if Discord refuses the connection */
  readonly open: (shard: number, shardCount: number, leave: AbortSignal) => Promise<Connection>;
  readonly log: Logger;
  readonly times: LeaseTimes;
}

/** The shards that this process serves, out of those that several processes share. */
export class Fleet {
  readonly closed: Promise<UserError>;
  /** Connections by shard; null while one is being opened. */
  readonly #shards = new Map<number, Connection | null>();
  readonly #options: FleetOptions;
  readonly #leave = new AbortController();
  #shardCount: number;
  /** When our leases were last renewed, by `performance.now()`; -Infinity before the first time. */
  #renewed = Number.NEGATIVE_INFINITY;
  /** No shards are taken before this time, by `performance.now()`. */
  #patientUntil = Number.NEGATIVE_INFINITY;
  #loops: Promise<unknown> = Promise.resolve();
  #close: (reason: UserError) => void = () => {};

  constructor(options: FleetOptions) {
    this.#options = options;
    this.#shardCount = options.shardCount;
    this.closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  get shardCount(): number {
    return this.#shardCount;
  }

  /** Returns our shards and their connections; null for one that is not established yet. */
  shards(): ReadonlyMap<number, Connection | null> {
    return this.#shards;
  }

  /**
   * Joins the other processes. Resolves when the first free shards are connected, if there were any.
   * @throws UserError if Discord refuses the connection
   */
  async start(): Promise<void> {
    const { store, shardCount, log } = this.#options;
    await forgetOldLeases(store, OLD);
    await this.#renew();
    if (this.#shardCount !== shardCount) {
      log.warn(
        `The processes that run already have ${this.#shardCount} shards, not ${shardCount}; so it stays`,
      );
    }
    this.#loops = this.#repeat(() => this.#renew());
    await this.#balance();
    if (this.#shards.size === 0) log.info('All shards are served by other processes; waiting to take over');
    this.#loops = Promise.all([this.#loops, this.#repeat(() => this.#balance())]);
  }

  /** Gives all shards to the other processes. */
  async stop(): Promise<void> {
    const { store, holder } = this.#options;
    this.#leave.abort();
    await this.#loops;
    await releaseLease(store, { name: PROCESS + holder, holder }).catch(() => undefined);
    await this.#giveAll();
  }

  async #repeat(work: () => Promise<void>): Promise<void> {
    const { signal } = this.#leave;
    let isFailing = false;
    while (!signal.aborted) {
      await sleep(this.#options.times.beat, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await work();
        isFailing = false;
      } catch (error) {
        // Retrying forever would use up the connections that Discord grants in a day.
        if (error instanceof UserError && error.code !== UNREACHABLE) this.#close(error);
        // Logged once, however long it lasts.
        else if (!isFailing)
          this.#options.log.warn(`Sharing the work with other processes fails for now: ${error}`);
        isFailing = true;
      }
    }
  }

  /** Renews the leases that say that we are alive and serve our shards. */
  async #renew(): Promise<void> {
    const { store, holder, times } = this.#options;
    const { length } = times;
    if (!(await holdLease(store, { name: COUNT, holder: String(this.#shardCount) }, length))) {
      const agreed = (await readLeases(store)).find(({ name }) => name === COUNT);
      this.#shardCount = Number(agreed?.holder ?? this.#shardCount);
      // The number of shards has changed, so the shards that we served no longer exist.
      await this.#giveAll();
    }
    await holdLease(store, { name: PROCESS + holder, holder }, length);
    await renewLeases(store, holder, length);
    const now = performance.now();
    if (Number.isFinite(this.#renewed) && now - this.#renewed > length) this.#patientUntil = now + length;
    this.#renewed = now;
  }

  async #balance(): Promise<void> {
    const { store, holder, atOnce, log, times } = this.#options;
    // Our leases have run out. They must be renewed before anything else.
    if (performance.now() - this.#renewed > times.length) return;
    const roll = this.#rollOf(await readLeases(store));
    for (const [shard, other] of roll.holders) {
      const isServed = this.#shards.has(shard);
      if (isServed === (other === holder)) continue;
      if (isServed)
        log.warn(`Shard ${shard} is another process's now: the store was out of reach for too long`);
      await this.#give(shard);
    }
    const { take, give } = shardMoves(roll);
    for (const shard of give) {
      log.info(`Leaving shard ${shard} to another process`);
      await this.#give(shard);
    }
    if (performance.now() < this.#patientUntil) return;
    await Promise.all(take.slice(0, atOnce).map((shard) => this.#take(shard)));
  }

  #rollOf(leases: readonly Lease[]): ShardAssignment {
    const named = (kind: string): Lease[] => leases.filter(({ name }) => name.startsWith(kind));
    const holders = named(SHARD).map(
      ({ name, holder }) => [Number(name.slice(SHARD.length)), holder] as const,
    );
    return {
      me: this.#options.holder,
      shardCount: this.#shardCount,
      processes: named(PROCESS).map(({ holder }) => holder),
      holders: new Map(holders),
    };
  }

  /** @throws UserError if Discord refuses the connection */
  async #take(shard: number): Promise<void> {
    const { store, open, log } = this.#options;
    const { signal } = this.#leave;
    if (this.#shards.has(shard) || !(await holdLease(store, this.#lease(shard), this.#options.times.length)))
      return;
    this.#shards.set(shard, null);
    try {
      const connection = await open(shard, this.#shardCount, signal);
      // The shard was given away meanwhile, because the number of shards changed.
      if (!this.#shards.has(shard)) return await connection.close();
      this.#shards.set(shard, connection);
      void connection.closed.then((reason) => this.#close(reason));
      log.info(`Serving shard ${shard} of ${this.#shardCount}`);
    } catch (error) {
      await this.#give(shard);
      if (!signal.aborted) throw error;
    }
  }

  async #give(shard: number): Promise<void> {
    await this.#shards.get(shard)?.close();
    this.#shards.delete(shard);
    // If the store does not hear of it, the lease runs out by itself.
    await releaseLease(this.#options.store, this.#lease(shard)).catch(() => undefined);
  }

  async #giveAll(): Promise<void> {
    await Promise.all([...this.#shards.keys()].map((shard) => this.#give(shard)));
  }

  #lease(shard: number): Lease {
    return { name: SHARD + shard, holder: this.#options.holder };
  }
}
