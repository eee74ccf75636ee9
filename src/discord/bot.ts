import { randomUUID } from 'node:crypto';
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { type Counts, UNCOUNTED } from '../metrics/counts.js';
import type { ArchiveService } from '../service/archive-service.js';
import type { Store } from '../store/store.js';
import type { UserError } from '../user-error.js';
import { atMost } from './at-most.js';
import { type BotContext, logFault } from './bot-context.js';
import { Cooldown } from './cooldown.js';
import { DigestClock } from './digests/clock.js';
import { deliveryOf } from './digests/delivery.js';
import type { FleetTimes } from './gateway/fleet.js';
import { openGateway, type ShardState } from './gateway/gateway.js';
import { gatewayLimits } from './gateway/gateway-limits.js';
import { inviteUrl } from './gateway/invite.js';
import { listen } from './listening.js';
import { Conversations } from './messages/conversations.js';
import { RecentAnswers } from './recent-answers.js';
import { RetentionClock } from './retention-clock.js';
import { SeenEvents } from './seen-events.js';
import { SettingsCache } from './settings-cache.js';
import { WorkQueue } from './work-queue.js';

export interface BotOptions {
  readonly token: string;
  /** Where Discord's REST API is, without a version. */
  readonly apiUrl: string;
  readonly service: ArchiveService;
  readonly store: Store;
  readonly log: Logger;
  readonly messageContent: boolean;
  /** In milliseconds; 0 for none. */
  readonly cooldown: number;
  readonly storeQuestions: boolean;
  readonly retentionDays: number;
  /** How many shards are shared with the other processes of the store; null or left out: there are no others. */
  readonly shards?: number | 'auto' | null;
  readonly fleetTimes?: FleetTimes;
  readonly counts?: Counts;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Bot {
  readonly context: BotContext;
  /** The application's id. */
  readonly application: string;
  /** Where a guild lets it in. */
  readonly inviteUrl: string;
  /** The clients that are connected now, one at least unless other processes serve all shards. */
  clients(): readonly Client<true>[];
  /** The shards that are ours to serve. */
  shards(): readonly ShardState[];
  /** How many shards there are in all, with those of other processes. */
  shardCount(): number;
  /** Resolves when Discord closed the connection for good, with the reason. */
  readonly closed: Promise<UserError>;
  /** Answers what is open, or says that it restarts, and leaves. */
  stop(): Promise<void>;
}

/** How long open questions may take when we are asked to leave, in milliseconds. */
const FAREWELL = 5_000;

/**
 * Connects to Discord and answers there until it is stopped. Connections that break are resumed.
 * @throws UserError when Discord cannot be reached, or does not accept the token or an intent
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, apiUrl, messageContent, store, log, shards = null, fleetTimes, now = Date.now } = options;
  const limits = await gatewayLimits(token, apiUrl);
  const context: BotContext = {
    ...options,
    settings: new SettingsCache(store, now),
    queue: new WorkQueue(),
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
  const gateway = await openGateway({
    token,
    apiUrl,
    messageContent,
    listen: (client) => listen(client, context, new Conversations(client, context), track),
    shards,
    limits,
    store,
    holder: holderName(now()),
    log,
    ...(fleetTimes ? { fleetTimes } : {}),
  });
  const [first] = gateway.clients();
  if (first) log.info(`Connected to Discord as ${first.user.tag}`);
  const digests = new DigestClock(() => {
    // Any will do, also for guilds of other shards.
    const [client] = gateway.clients();
    return client ? deliveryOf(context, client) : null;
  });

  const retention = new RetentionClock(context, () => gateway.clients());

  async function stop(): Promise<void> {
    const clocksStopped = [digests.stop(), retention.stop()];
    const settled = (): Promise<unknown> => Promise.all([...open, ...clocksStopped]);
    // What is nearly done gets a moment; the rest is told that we restart.
    await atMost(FAREWELL / 5, settled());
    context.queue.close();
    await atMost(FAREWELL, settled());
    await gateway.stop();
  }

  return {
    context,
    application: limits.application,
    inviteUrl: inviteUrl(limits.application),
    clients: () => gateway.clients(),
    shards: () => gateway.shards(),
    shardCount: () => gateway.shardCount(),
    closed: gateway.closed,
    stop,
  };
}

/** Unlike that of any other process, and greater than those of older ones. */
function holderName(now: number): string {
  return `${new Date(now).toISOString()} ${randomUUID()}`;
}
