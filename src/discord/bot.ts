import {
  Client,
  Events,
  GatewayIntentBits,
  type GuildMember,
  Options,
  Partials,
  REST,
  Routes,
  type User,
} from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Newsroom } from '../newsroom/newsroom.js';
import { forgetOldReplies } from '../store/replies.js';
import type { Store } from '../store/store.js';
import type { UserError } from '../user-error.js';
import { Conversations } from './conversations.js';
import { Cooldown } from './cooldown.js';
import { type Desk, logFault } from './desk.js';
import { DigestClock } from './digest-clock.js';
import { deliveryOf } from './digest-delivery.js';
import { inviteUrl } from './invite.js';
import { listen } from './listening.js';
import { asUserError, closedForGood } from './operator-lines.js';
import { RecentAnswers } from './recent-answers.js';
import { restOptions } from './rest-options.js';
import { SeenEvents } from './seen-events.js';
import { SettingsCache } from './settings-cache.js';
import { WorkQueue } from './work-queue.js';

export interface BotOptions {
  readonly token: string;
  /** Where Discord's REST API is, without a version. */
  readonly apiUrl: string;
  readonly newsroom: Newsroom;
  readonly store: Store;
  readonly log: Logger;
  readonly messageContent: boolean;
  /** In milliseconds; 0 for none. */
  readonly cooldown: number;
  readonly storeQuestions: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Bot {
  readonly client: Client<true>;
  readonly desk: Desk;
  /** Where a guild lets it in. */
  readonly inviteUrl: string;
  /** Resolves when Discord closed the connection for good, with the reason. */
  readonly closed: Promise<UserError>;
  /** Answers what is open, or says that it restarts, and leaves. */
  stop(): Promise<void>;
}

/** How long open questions may take when we are asked to leave, in milliseconds. */
const FAREWELL = 5_000;

/** Messages come as the gateway sends them, and people with what they do: of neither much needs to be kept for long. */
const PEOPLE = { maxSize: 500, keepOverLimit: ({ id, client }: User | GuildMember) => id === client.user.id };
const CACHES = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  MessageManager: 0,
  UserManager: PEOPLE,
  GuildMemberManager: PEOPLE,
});

/**
 * Connects to Discord and answers there until it is stopped. Connections that break are resumed.
 * @throws UserError when Discord cannot be reached, or does not accept the token or an intent
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, apiUrl, log, now = Date.now } = options;
  await forgetOldReplies(options.store, now());
  const client = new Client({
    intents: intents(options),
    partials: [Partials.Channel],
    rest: restOptions(apiUrl),
    shardCount: await recommendedShards(token, apiUrl),
    allowedMentions: { parse: [] },
    makeCache: CACHES,
  });
  const desk: Desk = {
    ...options,
    settings: new SettingsCache(options.store, now),
    queue: new WorkQueue(),
    cooldown: new Cooldown(options.cooldown),
    recent: new RecentAnswers(),
    seen: new SeenEvents(),
    now,
  };
  const conversations = new Conversations(client, desk);
  const open = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    const tracked = work.catch((error) => void logFault(desk, error)).finally(() => open.delete(tracked));
    open.add(tracked);
  };
  listen(client, desk, conversations, track);
  const closed = new Promise<UserError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(closedForGood(code)));
  });
  const connected = await connect(client, token, closed).catch(async (error) => {
    await disconnect(client);
    throw asUserError(error, apiUrl);
  });
  log.info(`Connected to Discord as ${connected.user.tag}`);
  const digests = new DigestClock(deliveryOf(desk, connected));

  async function stop(): Promise<void> {
    client.removeAllListeners(Events.ShardReconnecting);
    const digestsSent = digests.stop();
    const settled = (): Promise<unknown> => Promise.all([...open, digestsSent]);
    // What is nearly done gets a moment; the rest is told that we restart.
    await atMost(FAREWELL / 5, settled());
    desk.queue.close();
    await atMost(FAREWELL, settled());
    await disconnect(client);
  }

  return { client: connected, desk, inviteUrl: inviteUrl(connected.application.id), closed, stop };
}

function intents({ messageContent }: BotOptions): GatewayIntentBits[] {
  const usual = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  return messageContent ? [...usual, GatewayIntentBits.MessageContent] : usual;
}

/** Discord says how many connections a bot needs; from 2,500 guilds on one is not enough. */
async function recommendedShards(token: string, apiUrl: string): Promise<number> {
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  try {
    const { shards } = z.object({ shards: z.number().default(1) }).parse(await rest.get(Routes.gatewayBot()));
    return shards;
  } catch (error) {
    throw asUserError(error, apiUrl);
  }
}

/** Resolves when the client is ready. A connection closed for good does not always fail the login, so both are awaited. */
async function connect(client: Client, token: string, closed: Promise<UserError>): Promise<Client<true>> {
  // What goes wrong with a connection is told by the events that follow.
  client.on(Events.Error, () => {});
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  const refused = closed.then((reason) => Promise.reject(reason));
  return Promise.race([client.login(token).then(() => ready), refused]);
}

/** A client that is connecting anew does not hear that it should stop, so there is an end to waiting for it. */
async function disconnect(client: Client): Promise<void> {
  await atMost(FAREWELL / 5, client.destroy());
}

/** Resolves when the work is done, or after so many milliseconds. */
async function atMost(limit: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  try {
    await Promise.race([work, elapsed]);
  } finally {
    clearTimeout(timer);
  }
}
