import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type Interaction,
  Options,
  Partials,
  PermissionFlagsBits,
  PermissionsBitField,
  REST,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Archive } from '../archive/archive.js';
import { forgetOldReplies } from '../store/replies.js';
import type { Store } from '../store/store.js';
import type { UserError } from '../user-error.js';
import { Conversations } from './conversations.js';
import { Cooldown } from './cooldown.js';
import { type Desk, logFault } from './desk.js';
import { bulkDeletion, incomingMessage, messageDeletion, messageUpdate } from './incoming-message.js';
import { handleInteraction } from './interactions.js';
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
  readonly archive: Archive;
  readonly ask: Desk['ask'];
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

/** What it takes to answer in a channel; nothing more is asked for. */
const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
];

/**
 * Connects to Discord and answers there until it is stopped. Connections that break are resumed.
 * @throws UserError when Discord cannot be reached, or does not accept the token or an intent
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, apiUrl, log, now = Date.now } = options;
  const client = new Client({
    intents: intents(options),
    partials: [Partials.Channel],
    rest: restOptions(apiUrl),
    shardCount: await recommendedShards(token, apiUrl),
    allowedMentions: { parse: [] },
    // Messages come as the gateway sends them; nothing of theirs is kept.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
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
    await client.destroy();
    throw asUserError(error, apiUrl);
  });
  await forgetOldReplies(options.store, now());
  log.info(`Connected to Discord as ${connected.user.tag}`);

  async function stop(): Promise<void> {
    const deadline = AbortSignal.timeout(FAREWELL);
    const settled = (): Promise<unknown> => Promise.all([...open]);
    // What is nearly done gets a moment; the rest is told that we restart.
    await Promise.race([settled(), elapsed(AbortSignal.timeout(FAREWELL / 5))]);
    desk.queue.close();
    await Promise.race([settled(), elapsed(deadline)]);
    await client.destroy();
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

function listen(
  client: Client,
  desk: Desk,
  conversations: Conversations,
  track: (work: Promise<void>) => void,
): void {
  const on = <T>(
    event: GatewayDispatchEvents,
    schema: z.ZodType<T>,
    handle: (data: T) => Promise<void>,
  ): void => {
    client.ws.on(event, (data: unknown) => {
      const parsed = schema.safeParse(data);
      if (parsed.success) track(handle(parsed.data));
      else desk.log.debug({ err: parsed.error }, `An event ${event} is not what it should be`);
    });
  };
  on(GatewayDispatchEvents.MessageCreate, incomingMessage, (message) => conversations.created(message));
  on(GatewayDispatchEvents.MessageUpdate, messageUpdate, (update) => conversations.edited(update));
  const deleted = async (ids: string[]): Promise<void> => {
    await Promise.all(ids.map((id) => conversations.deleted(id)));
  };
  on(GatewayDispatchEvents.MessageDelete, messageDeletion, deleted);
  on(GatewayDispatchEvents.MessageDeleteBulk, bulkDeletion, deleted);
  client.on(Events.InteractionCreate, (interaction: Interaction) =>
    track(handleInteraction(interaction, desk)),
  );
  tellOfConnection(client, desk);
}

/** Says once that the connection broke, however often it is tried again, and once that it is back. */
function tellOfConnection(client: Client, { log }: Desk): void {
  const broken = new Set<number>();
  client.on(Events.ShardReconnecting, (shard) => {
    if (!broken.has(shard)) log.info('The connection to Discord broke; connecting anew');
    broken.add(shard);
  });
  const restored = (shard: number): void => {
    if (broken.delete(shard)) log.info('Connected to Discord again');
  };
  client.on(Events.ShardResume, restored);
  client.on(Events.ShardReady, restored);
}

/** The address at which a bot is invited with exactly the permissions and scopes that it needs. */
export function inviteUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: new PermissionsBitField(PERMISSIONS).bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

function elapsed(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}
