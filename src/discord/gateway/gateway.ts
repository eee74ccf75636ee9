import { type Client, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Store } from '../../store/store.js';
import type { UserError } from '../../user-error.js';
import { type Connection, type ConnectionOptions, openConnection } from './connection.js';
import { FLEET_TIMES, Fleet, type FleetTimes } from './fleet.js';
import type { GatewayLimits } from './gateway-limits.js';
import { IdentifyTurns } from './identify-turns.js';
import { LoneProcess } from './lone-process.js';

export interface GatewayOptions
  extends Pick<ConnectionOptions, 'token' | 'apiUrl' | 'messageContent' | 'listen'> {
  /**
   * The total number of shards, divided among the processes that share the store. Null if this is the only
   * process.
   */
  readonly shards: number | 'auto' | null;
  readonly limits: GatewayLimits;
  readonly store: Store;
  /** Identifies this process among those that share the store. Names of older processes sort first. */
  readonly holder: string;
  readonly log: Logger;
  readonly fleetTimes?: FleetTimes;
}

export interface ShardState {
  readonly shard: number;
  readonly isConnected: boolean;
  /** Round trip in milliseconds; null while unknown. */
  readonly ping: number | null;
}

/** The shards that this process serves. */
export interface Gateway {
  /** Returns the connected clients in the order of their shards. */
  clients(): readonly Client<true>[];
  shards(): readonly ShardState[];
  /** Returns the number of shards over all processes. */
  shardCount(): number;
  /** Resolves with the reason when Discord closes a connection for good. */
  readonly closed: Promise<UserError>;
  stop(): Promise<void>;
}

/** @throws UserError if Discord cannot be reached, or rejects the token or an intent */
export function openGateway(options: GatewayOptions): Promise<Gateway> {
  return options.shards === null ? openAlone(options) : openShared(options, options.shards);
}

/** Opens one client with all the shards that Discord recommends. */
async function openAlone({ limits, ...options }: GatewayOptions): Promise<Gateway> {
  const { store, holder, log, fleetTimes } = options;
  const shards = Array.from({ length: limits.shards }, (_, shard) => shard);
  const process = new LoneProcess(store, holder, log, fleetTimes);
  await process.start();
  const connection = await openConnection({ ...options, shards, shardCount: limits.shards }).catch(
    async (error) => {
      await process.stop();
      throw error;
    },
  );
  return {
    clients: () => [connection.client],
    shards: () => shards.map((shard) => stateOf(shard, connection)),
    shardCount: () => limits.shards,
    closed: connection.closed,
    stop: async () => {
      await connection.close();
      await process.stop();
    },
  };
}

/** Opens one client for each shard that this process serves, as shards come and go. */
async function openShared({ limits, ...options }: GatewayOptions, shards: number | 'auto'): Promise<Gateway> {
  const { store, holder, log, fleetTimes: times = FLEET_TIMES } = options;
  const turns = new IdentifyTurns(store, limits.maxConcurrency, times.identify);
  const fleet = new Fleet({
    store,
    holder,
    log,
    shardCount: shards === 'auto' ? limits.shards : shards,
    atOnce: limits.maxConcurrency,
    open: (shard, shardCount, leave) =>
      openConnection({ ...options, shards: [shard], shardCount, turns, leave }),
    times,
  });
  try {
    await fleet.start();
  } catch (error) {
    await fleet.stop();
    throw error;
  }
  const inOrder = (): [number, Connection | null][] =>
    [...fleet.shards()].sort(([left], [right]) => left - right);
  return {
    clients: () => inOrder().flatMap(([, connection]) => (connection === null ? [] : [connection.client])),
    shards: () => inOrder().map(([shard, connection]) => stateOf(shard, connection)),
    shardCount: () => fleet.shardCount,
    closed: fleet.closed,
    stop: () => fleet.stop(),
  };
}

function stateOf(shard: number, connection: Connection | null): ShardState {
  const known = connection?.client.ws.shards.get(shard);
  // discord.js reports -1 before the first heartbeat.
  const ping = known && known.ping >= 0 ? known.ping : null;
  return { shard, isConnected: known?.status === Status.Ready, ping };
}
