import { randomUUID } from 'node:crypto';
import { type Client, REST } from 'discord.js';
import type { Logger } from 'pino';
import { type Counts, UNCOUNTED } from '../metrics/counts.js';
import { answersAtOnce } from '../service/answering-lanes.js';
import type { ArchiveService } from '../service/archive-service.js';
import { GuildSourcesCache } from '../service/guild-sources-cache.js';
import type { Store } from '../store/store.js';
import type { UserError } from '../user-error.js';
import { atMost } from './at-most.js';
import { type BotContext, logFault } from './bot-context.js';
import { CommandIds } from './command-ids.js';
import { Cooldown } from './cooldown.js';
import { DigestClock } from './digests/clock.js';
import { deliveryOf } from './digests/delivery.js';
import { discordTime } from './digests/discord-time.js';
import { SteadyClock } from './digests/steady-clock.js';
import type { FleetTimes } from './gateway/fleet.js';
import { openGateway, type ShardState } from './gateway/gateway.js';
import { type GatewayLimits, gatewayLimits } from './gateway/gateway-limits.js';
import { accountInviteUrl, inviteUrl } from './gateway/invite.js';
import { restOptions } from './gateway/rest-options.js';
import { InterruptedAnswers } from './interrupted-answers.js';
import { listen } from './listening.js';
import { Conversations } from './messages/conversations.js';
import { Presence } from './presence.js';
import { RecentAnswers } from './recent-answers.js';
import { keepRetention } from './retention-clock.js';
import { SeenEvents } from './seen-events.js';
import { SettingsCache } from './settings-cache.js';
import { noticeFailingSources } from './source-notices.js';
import { sendAlertsInTime } from './watches/clock.js';
import { alertDeliveryOf } from './watches/delivery.js';
import { WorkQueue } from './work-queue.js';

export interface BotOptions {
  readonly token: string;
  /** Address of Discord's REST API, without a version. */
  readonly apiUrl: string;
  readonly service: ArchiveService;
  readonly store: Store;
  readonly log: Logger;
  readonly messageContent: boolean;
  /** Pause between two questions of one person in milliseconds; 0 for none. */
  readonly cooldown: number;
  readonly storeQuestions: boolean;
  readonly retentionDays: number;
  /** How many sources a server may follow; 0 if none may have its own. */
  readonly sourcesPerServer?: number;
  /** See `BotContext`. */
  readonly operatorContact?: string | null;
  /**
   * The total number of shards, divided among the processes that share the store. Null or absent if this is
   * the only process.
   */
  readonly shards?: number | 'auto' | null;
  readonly fleetTimes?: FleetTimes;
  /** How Discord wants us to connect, if it was asked already. */
  readonly limits?: GatewayLimits;
  readonly counts?: Counts;
  /** After how long somebody who waits is told so, in milliseconds; 5,000 if it is not given. */
  readonly late?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Bot {
  readonly context: BotContext;
  /** The application's id. */
  readonly application: string;
  /** The address at which a guild can add the bot. */
  readonly inviteUrl: string;
  /** The address at which a person can add the bot to their own account. */
  readonly accountInviteUrl: string;
  /** The clients that are connected now. There is at least one, unless other processes serve all shards. */
  clients(): readonly Client<true>[];
  /** The shards that this process serves. */
  shards(): readonly ShardState[];
  /** The number of shards over all processes. */
  shardCount(): number;
  /** Resolves with the reason when Discord closes the connection for good. */
  readonly closed: Promise<UserError>;
  /** Answers open questions, or says that the bot restarts, and disconnects. */
  stop(): Promise<void>;
}

/** How long open questions may take on shutdown, in milliseconds. */
const FAREWELL = 5_000;

/**
 * Connects to Discord and answers there until it is stopped. Broken connections are resumed.
 * @throws UserError if Discord cannot be reached, or rejects the token or an intent
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, apiUrl, messageContent, store, log, shards = null, fleetTimes, now = Date.now } = options;
  const limits = options.limits ?? (await gatewayLimits(token, apiUrl));
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  const holder = holderName(now());
  const context: BotContext = {
    ...options,
    holder,
    settings: new SettingsCache(store, now),
    sources: new GuildSourcesCache(store, now, options.sourcesPerServer === 0),
    commands: new CommandIds(rest, limits.application, log, now),
    queue: new WorkQueue({ atOnce: answersAtOnce(), late: options.late }),
    cooldown: new Cooldown(options.cooldown),
    recent: new RecentAnswers(),
    seen: new SeenEvents(),
    counts: options.counts ?? UNCOUNTED,
    now,
  };
  const open = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    const tracked = work.catch((error) => void logFault(context, error)).finally(() => open.delete(tracked));
    open.add(tracked);
  };
  const presence = new Presence(context, () => gateway.clients());
  const conversations = new WeakMap<Client, Conversations>();
  const gateway = await openGateway({
    token,
    apiUrl,
    messageContent,
    listen: (client) => {
      const own = new Conversations(client, context);
      conversations.set(client, own);
      listen(client, context, own, track);
      presence.follow(client);
    },
    shards,
    limits,
    store,
    holder,
    log,
    ...(fleetTimes ? { fleetTimes } : {}),
  });
  const [first] = gateway.clients();
  if (first) log.info(`Connected to Discord as ${first.user.tag}`);
  const steadyClock = new SteadyClock({
    now,
    elapsed: () => performance.now(),
    witness: () => discordTime(rest),
    tell: (line) => log.warn(line),
  });
  const failed = (error: unknown): void => void logFault(context, error);
  const digests = new DigestClock(
    () => {
      // Any client will do, even for guilds of other shards.
      const [client] = gateway.clients();
      return client ? deliveryOf(context, client) : null;
    },
    steadyClock,
    failed,
  );
  const alerts = sendAlertsInTime(() => {
    const [client] = gateway.clients();
    return client ? alertDeliveryOf(context, client) : null;
  }, failed);

  track(presence.update());
  const retention = keepRetention(context, () => gateway.clients());
  const notices = noticeFailingSources(context, () => gateway.clients());
  const interrupted = new InterruptedAnswers(
    context,
    () =>
      gateway.clients().flatMap((client) => {
        const own = conversations.get(client);
        return own ? [{ client, conversations: own }] : [];
      }),
    track,
    fleetTimes?.beat,
  );

  async function stop(): Promise<void> {
    presence.stop();
    const clocksStopped = [
      digests.stop(),
      alerts.stop(),
      retention.stop(),
      notices.stop(),
      interrupted.stop(),
    ];
    const settled = (): Promise<unknown> => Promise.all([...open, ...clocksStopped]);
    // Work that is nearly done gets a moment to finish; everybody else is told that the bot restarts.
    await atMost(FAREWELL / 5, settled());
    context.queue.close();
    await atMost(FAREWELL, settled());
    await gateway.stop();
  }

  return {
    context,
    application: limits.application,
    inviteUrl: inviteUrl(limits.application),
    accountInviteUrl: accountInviteUrl(limits.application),
    clients: () => gateway.clients(),
    shards: () => gateway.shards(),
    shardCount: () => gateway.shardCount(),
    closed: gateway.closed,
    stop,
  };
}

/** Returns a name for this process. It is unique, and sorts after the names of older processes. */
function holderName(now: number): string {
  return `${new Date(now).toISOString()} ${randomUUID()}`;
}
