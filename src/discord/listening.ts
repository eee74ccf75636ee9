import { type Client, Events, GatewayDispatchEvents } from 'discord.js';
import type { z } from 'zod';
import { forgetChannel, forgetGuild } from '../store/forgetting.js';
import type { BotContext } from './bot-context.js';
import { handleInteraction } from './commands/interactions.js';
import type { Conversations } from './messages/conversations.js';
import {
  bulkDeletion,
  type Departure,
  departure,
  greeting,
  incomingMessage,
  messageDeletion,
  messageUpdate,
} from './messages/incoming-message.js';
import { answerUnheard } from './messages/unheard-messages.js';

/**
 * Passes Discord's events on to the bot. Messages are read as the gateway sends them, because discord.js
 * drops events about messages or channels that it has not seen before.
 *
 * @param track receives the work that an event starts
 */
export function listen(
  client: Client,
  context: BotContext,
  conversations: Conversations,
  track: (work: Promise<void>) => void,
): void {
  const on = <T>(
    event: GatewayDispatchEvents,
    schema: z.ZodType<T>,
    handle: (data: T, shard: number) => Promise<void>,
  ): void => {
    client.ws.on(event, (data: unknown, shard: number) => {
      const parsed = schema.safeParse(data);
      if (parsed.success) track(handle(parsed.data, shard));
      else context.log.debug({ err: parsed.error }, `An event ${event} is not what it should be`);
    });
  };
  on(GatewayDispatchEvents.MessageCreate, incomingMessage, (message) => conversations.created(message));
  on(GatewayDispatchEvents.MessageUpdate, messageUpdate, (update) => conversations.edited(update));
  const deleted = async (ids: string[]): Promise<void> => {
    await Promise.all(ids.map((id) => conversations.deleted(id)));
  };
  on(GatewayDispatchEvents.MessageDelete, messageDeletion, deleted);
  on(GatewayDispatchEvents.MessageDeleteBulk, bulkDeletion, deleted);
  const channelDeleted = ({ id }: Departure): Promise<void> => forgetChannel(context.store, id);
  on(GatewayDispatchEvents.ChannelDelete, departure, channelDeleted);
  on(GatewayDispatchEvents.ThreadDelete, departure, channelDeleted);
  on(GatewayDispatchEvents.GuildDelete, departure, (guild) => guildDeleted(guild, context));
  on(GatewayDispatchEvents.Ready, greeting, async ({ guilds }, shard) => {
    dropLeftGuilds(client, shard, new Set(guilds.map(({ id }) => id)));
  });
  client.on(Events.ShardReady, (shard) => {
    const look = (ready: Client<true>): void => track(answerUnheard(ready, shard, context, conversations));
    // At the first start a shard is ready before the client is.
    if (client.isReady()) look(client);
    else client.once(Events.ClientReady, look);
  });
  client.on(Events.InteractionCreate, (interaction) => track(handleInteraction(interaction, context)));
  tellOfConnection(client, context);
}

/**
 * Deletes a guild's data after we were removed or the guild was deleted. In an outage the guild is only
 * `unavailable`.
 */
async function guildDeleted(
  { id, unavailable }: Departure,
  { store, settings, sources, log }: BotContext,
): Promise<void> {
  if (unavailable !== undefined) return;
  await forgetGuild(store, id);
  settings.forget(id);
  sources.forget(id);
  log.info(`The bot has left server ${id}; what was kept of it is deleted`);
}

/**
 * Drops guilds that we left while the connection was broken. A new session starts with the list of a shard's
 * guilds; discord.js adds new ones from it, but does not remove the others.
 */
function dropLeftGuilds(client: Client, shard: number, listed: ReadonlySet<string>): void {
  client.guilds.cache.sweep(({ id, shardId }) => shardId === shard && !listed.has(id));
}

/** Logs once that the connection broke, however often it is retried, and once that it is back. */
function tellOfConnection(client: Client, { log }: BotContext): void {
  const broken = new Set<number>();
  client.on(Events.ShardReconnecting, (shard) => {
    if (!broken.has(shard)) log.info(`The connection to Discord broke; connecting anew${named(shard)}`);
    broken.add(shard);
  });
  const restored = (shard: number): void => {
    if (broken.delete(shard)) log.info(`Connected to Discord again${named(shard)}`);
  };
  const named = (shard: number): string => ((client.options.shardCount ?? 1) > 1 ? ` (shard ${shard})` : '');
  client.on(Events.ShardResume, restored);
  client.on(Events.ShardReady, restored);
}
