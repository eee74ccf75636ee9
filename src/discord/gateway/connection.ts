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
  /** Where Discord's REST API is, without a version. */
  readonly apiUrl: string;
  readonly messageContent: boolean;
  /** The shards of this connection, of so many in all. */
  readonly shards: readonly number[];
  readonly shardCount: number;
  /** Gives shards their turn to identify. discord.js' own, when left out, knows of no other process. */
  readonly turns?: IIdentifyThrottler;
  /** Is given the client before any event comes. */
  readonly listen: (client: Client) => void;
  /** Aborted when nobody wants the connection any more, though it may not stand yet. */
  readonly leave?: AbortSignal;
}

/** One client with its shards. Those that break are resumed. */
export interface Connection {
  readonly client: Client<true>;
  /** Resolves when Discord closed a shard for good, with the reason. */
  readonly closed: Promise<UserError>;
  /** Nothing comes in any more; its REST client still works. */
  close(): Promise<void>;
}

/** How long a client may take to leave, in milliseconds: one that is connecting anew does not hear that it should. */
const FAREWELL = 1_000;

/** Messages come as the gateway sends them, and people with what they do: of neither much needs to be kept for long. */
const PEOPLE = { maxSize: 500, keepOverLimit: ({ id, client }: User | GuildMember) => id === client.user.id };
const CACHES = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  UserManager: PEOPLE,
  GuildMemberManager: PEOPLE,
});

/**
 * Connects shards to Discord's gateway. Resolves when all of them are ready.
 * @throws UserError when Discord cannot be reached, or does not accept the token or an intent
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
    // That it breaks now is no news.
    client.removeAllListeners(Events.ShardReconnecting);
    await atMost(FAREWELL, client.destroy());
    // What is under way is answered all the same.
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

/** Resolves when the client is ready. A connection closed for good does not always fail the login, so both are awaited. */
async function connect(
  client: Client,
  token: string,
  closed: Promise<UserError>,
  leave?: AbortSignal,
): Promise<Client<true>> {
  // What goes wrong with a connection is told by the events that follow.
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
