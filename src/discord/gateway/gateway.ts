import { type Client, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Store } from '../../store/store.js';
import type { UserError } from '../../user-error.js';
import { type Connection, type ConnectionOptions, openConnection } from './connection.js';
import { FLEET_TIMES, Fleet, type FleetTimes } from './fleet.js';
import type { GatewayLimits } from './gateway-limits.js';
import { IdentifyTurns } from './identify-turns.js';

export interface GatewayOptions
  extends Pick<ConnectionOptions, 'token' | 'apiUrl' | 'messageContent' | 'listen'> {
  /** How many shards are shared with the other processes of the store; null: there are no others. */
  readonly shards: number | 'auto' | null;
  readonly limits: GatewayLimits;
  readonly store: Store;
  /** Names this process among those that share the store; the names of older ones sort before. */
  readonly holder: string;
  readonly log: Logger;
  readonly fleetTimes?: FleetTimes;
}

export interface ShardState {
  readonly shard: number;
  readonly isConnected: boolean;
  /** In milliseconds; null as long as it is not known. */
  readonly ping: number | null;
}

/** The shards that this process serves. */
export interface Gateway {
  /** In the order of their shards, those that stand. */
  clients(): readonly Client<true>[];
  shards(): readonly ShardState[];
  /** How many there are in all, with those of other processes. */
  shardCount(): number;
  /** Resolves when Discord closed a connection for good, with the reason. */
  readonly closed: Promise<UserError>;
  stop(): Promise<void>;
}

/** @throws UserError when Discord cannot be reached, or does not accept the token or an intent */
export function openGateway(options: GatewayOptions): Promise<Gateway> {
  return options.shards === null ? openAlone(options) : openShared(options, options.shards);
}

/** One client with all shards that Discord recommends. */
async function openAlone({ limits, ...options }: GatewayOptions): Promise<Gateway> {
  const shards = Array.from({ length: limits.shards }, (_, shard) => shard);
  const connection = await openConnection({ ...options, shards, shardCount: limits.shards });
  return {
    clients: () => [connection.client],
    shards: () => shards.map((shard) => stateOf(shard, connection)),
    shardCount: () => limits.shards,
    closed: connection.closed,
    stop: () => connection.close(),
  };
}

/** A client for every shard, as they come and go. */
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
  // discord.js says -1 before the first heartbeat.
  const ping = known && known.ping >= 0 ? known.ping : null;
  return { shard, isConnected: known?.status === Status.Ready, ping };
}
