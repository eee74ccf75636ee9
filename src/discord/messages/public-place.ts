import { ChannelType, type Client } from 'discord.js';
import type { Place } from '../../store/questions.js';

/**
 * The place of a channel; null where what is asked is private, and nothing of it may be kept: in direct messages, in
 * private threads, and wherever the bot is no member but somebody brought it along. A channel that is not known counts
 * as such, too.
 */
export function publicPlace(client: Client, id: string | null): Place | null {
  const channel = client.channels.cache.get(id ?? '');
  if (channel === undefined || channel.isDMBased() || channel.type === ChannelType.PrivateThread) return null;
  if (!client.guilds.cache.has(channel.guildId)) return null;
  return {
    guild: channel.guildId,
    channel: channel.id,
    parent: channel.isThread() ? channel.parentId : null,
  };
}
