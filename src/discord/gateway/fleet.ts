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
 * Processes over one store share the shards among themselves. Each holds leases: one that says that it lives, and one
 * for every shard that it serves. When it dies they run out, and the others take what is free, each up to its share.
 * A process that comes later gets its share from those that have more.
 *
 * While the store is out of reach everybody keeps what they have, and afterwards takes nothing before the others have had
 * the time to say that they live, too. Should a shard be served twice, both answer with the same nonce, of which Discord
 * makes one message, until the one whose lease ran out notices.
 */

/** What keeps a fleet's processes apart from each other is named so in the store. */
const PROCESS = 'process ';
const SHARD = 'shard ';
/** Its "holder" is the number of shards, on which all processes agree thereby; each of them keeps it alive. */
const COUNT = 'shards';
/** What the dead leave is removed after a day, in milliseconds. */
const OLD = 24 * 60 * 60 * 1000;

export interface FleetTimes extends LeaseTimes {
  /** Between the IDENTIFYs of shards that share a place, in milliseconds. */
  readonly identify: number;
}

/** Discord wants five seconds between IDENTIFYs; this leaves some to spare. */
export const FLEET_TIMES: FleetTimes = { ...LEASE_TIMES, identify: 5_500 };

export interface FleetOptions {
  readonly store: Store;
  /** Names this process among those that share the store; the names of older ones sort before. */
  readonly holder: string;
  /** How many shards there should be, unless the other processes have agreed on a number. */
  readonly shardCount: number;
  /** How many may be taken at a time: Discord does not let more identify at once. */
  readonly atOnce: number;
  /** @throws UserError when Discord does not let us */
  readonly open: (shard: number, shardCount: number, leave: AbortSignal) => Promise<Connection>;
  readonly log: Logger;
  readonly times: LeaseTimes;
}

/** The shards that this process serves, of all those that several processes share. */
export class Fleet {
  readonly closed: Promise<UserError>;
  /** By shard; null while it is being opened. */
  readonly #shards = new Map<number, Connection | null>();
  readonly #options: FleetOptions;
  readonly #leave = new AbortController();
  #shardCount: number;
  /** By our own clock; -Infinity before the first time. */
  #renewed = Number.NEGATIVE_INFINITY;
  /** Nothing is taken before. */
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

  /** The shards that are ours, and their connections as far as they stand. */
  shards(): ReadonlyMap<number, Connection | null> {
    return this.#shards;
  }

  /**
   * Joins the other processes, and resolves when the first shards that were free are connected, if any were.
   * @throws UserError when Discord does not let us
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

  /** Leaves everything to the others. */
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
        // Trying for ever would use up the connections that Discord grants in a day.
        if (error instanceof UserError && error.code !== UNREACHABLE) this.#close(error);
        // Once, however long it lasts.
        else if (!isFailing)
          this.#options.log.warn(`Sharing the work with other processes fails for now: ${error}`);
        isFailing = true;
      }
    }
  }

  /** Says that we live, and still serve what is ours. */
  async #renew(): Promise<void> {
    const { store, holder, times } = this.#options;
    const { length } = times;
    if (!(await holdLease(store, { name: COUNT, holder: String(this.#shardCount) }, length))) {
      const agreed = (await readLeases(store)).find(({ name }) => name === COUNT);
      this.#shardCount = Number(agreed?.holder ?? this.#shardCount);
      // What we served before, if anything, are shards of another number.
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
    // What is ours has run out; we say first that we live.
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

  /** @throws UserError when Discord does not let us */
  async #take(shard: number): Promise<void> {
    const { store, open, log } = this.#options;
    const { signal } = this.#leave;
    if (this.#shards.has(shard) || !(await holdLease(store, this.#lease(shard), this.#options.times.length)))
      return;
    this.#shards.set(shard, null);
    try {
      const connection = await open(shard, this.#shardCount, signal);
      // Given away meanwhile, as there is another number of shards now.
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
    // If nobody hears of it, the lease runs out.
    await releaseLease(this.#options.store, this.#lease(shard)).catch(() => undefined);
  }

  async #giveAll(): Promise<void> {
    await Promise.all([...this.#shards.keys()].map((shard) => this.#give(shard)));
  }

  #lease(shard: number): Lease {
    return { name: SHARD + shard, holder: this.#options.holder };
  }
}
