import { ChannelType, type Client } from 'discord.js';
import type { Place } from '../../store/questions.js';

/**
 * Returns the place of a public channel. Returns null if questions there are private and must not be kept: in
 * direct messages, in private threads, and where a user brought the bot along without the server adding it.
 * Unknown channels count as private.
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
