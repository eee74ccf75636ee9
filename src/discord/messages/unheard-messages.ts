import { type Client, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import { TOKEN_LIFE } from '../../store/interactions.js';
import { recentDirectChannels } from '../../store/replies.js';
import type { BotContext } from '../bot-context.js';
import { loggable } from '../request-failure.js';
import { isAddressedTo } from './addressing.js';
import type { Conversations } from './conversations.js';
import { messagesAfter } from './earlier-messages.js';
import { type IncomingMessage, requestedMessage } from './incoming-message.js';

/** How many channels are read, those with the newest messages first. Each costs a request. */
const CHANNELS = 50;

interface Place {
  readonly channel: string;
  /** Null for direct messages. */
  readonly guild: string | null;
}

/**
 * Answers what was put to the bot while nobody listened: between a crash or a stop and the next start, or while a session
 * was lost. Discord does not send these messages again, so the channels of a shard are read in which somebody wrote in the last
 * 15 minutes. What was claimed before is left alone, and so is what members asked each other.
 */
export async function answerUnheard(
  client: Client<true>,
  shard: number,
  context: BotContext,
  conversations: Conversations,
): Promise<void> {
  const since = context.now() - TOKEN_LIFE;
  for (const place of await placesToRead(client, shard, context, since)) {
    const messages = await messagesSince(client, context, place, since);
    for (const message of messages.filter((each) => isAddressedTo(client.user.id, each))) {
      await conversations.unheard(message);
    }
  }
}

async function placesToRead(
  client: Client<true>,
  shard: number,
  { store }: BotContext,
  since: number,
): Promise<Place[]> {
  const written = [...client.channels.cache.values()].flatMap((channel) => {
    if (!('lastMessageId' in channel) || !('guild' in channel) || channel.lastMessageId === null) return [];
    const at = SnowflakeUtil.timestampFrom(channel.lastMessageId);
    if (channel.guild.shardId !== shard || at < since) return [];
    return [{ channel: channel.id, guild: channel.guild.id, at }];
  });
  const newest = written.sort((left, right) => right.at - left.at).slice(0, CHANNELS);
  // Discord lists no direct messages at a start, and sends them to the first shard.
  const direct = shard === 0 ? await recentDirectChannels(store, CHANNELS) : [];
  return [...newest, ...direct.map((channel) => ({ channel, guild: null }))];
}

/** Reads the messages of a channel since then, oldest first; none if the channel is closed to us. */
async function messagesSince(
  { rest }: Client,
  { log }: BotContext,
  { channel, guild }: Place,
  since: number,
): Promise<IncomingMessage[]> {
  const after = String(SnowflakeUtil.generate({ timestamp: since }));
  try {
    const found = z.array(z.unknown()).parse(await messagesAfter(rest, channel, after));
    return found.map((raw) => requestedMessage(raw, guild)).reverse();
  } catch (error) {
    log.debug(loggable(error), 'A channel could not be read for messages that nobody heard');
    return [];
  }
}
