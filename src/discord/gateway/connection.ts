import {
  Client,
  Events,
  GatewayIntentBits,
  type GuildMember,
  type IIdentifyThrottler,
  Options,
  Partials,
  type User,
} from 'discord.js';
import type { UserError } from '../../user-error.js';
import { atMost } from '../at-most.js';
import { asUserError, closedForGood } from './operator-lines.js';
import { restOptions } from './rest-options.js';

export interface ConnectionOptions {
  readonly token: string;
  /** Address of Discord's REST API, without a version. */
  readonly apiUrl: string;
  readonly messageContent: boolean;
  /** The shards of this connection, and how many there are in all. */
  readonly shards: readonly number[];
  readonly shardCount: number;
  /**
   * Lets shards identify one at a time. If absent, discord.js' own is used, which knows of no other process.
   */
  readonly turns?: IIdentifyThrottler;
  /** Receives the client before any event arrives. */
  readonly listen: (client: Client) => void;
  /** Aborted when the connection is no longer wanted, even if it is not established yet. */
  readonly leave?: AbortSignal;
}

/** One client with its shards. Broken connections are resumed. */
export interface Connection {
  readonly client: Client<true>;
  /** Resolves with the reason when Discord closes a shard for good. */
  readonly closed: Promise<UserError>;
  /** Stops receiving events. The client's REST requests still work. */
  close(): Promise<void>;
}

/**
 * How long a client may take to disconnect, in milliseconds. A client that is reconnecting does not notice
 * the request.
 */
const FAREWELL = 1_000;

/**
 * Limits discord.js' caches of people and messages. We read messages as the gateway sends them, and people
 * come with what they do, so little of either needs to be kept.
 */
const PEOPLE = { maxSize: 500, keepOverLimit: ({ id, client }: User | GuildMember) => id === client.user.id };
const CACHES = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  UserManager: PEOPLE,
  GuildMemberManager: PEOPLE,
});

/**
 * Connects shards to Discord's gateway. Resolves when all of them are ready.
 * @throws UserError if Discord cannot be reached, or rejects the token or an intent
 */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const { token, apiUrl, messageContent, shards, shardCount, turns, listen, leave } = options;
  const client = new Client({
    intents: intents(messageContent),
    partials: [Partials.Channel],
    rest: restOptions(apiUrl),
    shards,
    shardCount,
    ...(turns ? { ws: { buildIdentifyThrottler: () => turns } } : {}),
    allowedMentions: { parse: [] },
    makeCache: CACHES,
  });
  listen(client);
  const closed = new Promise<UserError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(closedForGood(code)));
  });
  const close = async (): Promise<void> => {
    // A connection that breaks during shutdown is not worth reporting.
    client.removeAllListeners(Events.ShardReconnecting);
    await atMost(FAREWELL, client.destroy());
    // Answers under way are still sent.
    client.rest.setToken(token);
  };
  try {
    return { client: await connect(client, token, closed, leave), closed, close };
  } catch (error) {
    await close();
    throw asUserError(error, apiUrl);
  }
}

function intents(messageContent: boolean): GatewayIntentBits[] {
  const usual = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  return messageContent ? [...usual, GatewayIntentBits.MessageContent] : usual;
}

/**
 * Resolves when the client is ready. Watches for closed connections too, because they do not always make the
 * login fail.
 */
async function connect(
  client: Client,
  token: string,
  closed: Promise<UserError>,
  leave?: AbortSignal,
): Promise<Client<true>> {
  // The events that follow say what is wrong with a connection.
  client.on(Events.Error, () => {});
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  const refused = closed.then((reason) => Promise.reject(reason));
  const left = new Promise<never>((_, reject) => {
    leave?.addEventListener('abort', () => reject(leave.reason), { once: true });
  });
  return Promise.race([client.login(token).then(() => ready), refused, left]);
}
