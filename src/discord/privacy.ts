import { ChannelType, type ChatInputCommandInteraction, type Client } from 'discord.js';
import type { Place } from '../store/questions.js';
import { guildOf } from './command.js';
import type { Desk } from './desk.js';

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

/** What was asked for decides; else the guild's settings, which may also keep answers to some channels. */
export async function isAnsweredInPrivate(
  interaction: ChatInputCommandInteraction,
  desk: Desk,
): Promise<boolean> {
  if ((await answerChannelsElsewhere(interaction, desk)).length > 0) return true;
  const { privateByDefault } = await desk.settings.get(guildOf(interaction));
  return interaction.options.getBoolean('private') ?? privateByDefault;
}

/** The channels where this guild wants answers, when this is none of them. */
export async function answerChannelsElsewhere(
  { guild, channelId, channel }: ChatInputCommandInteraction,
  desk: Desk,
): Promise<readonly string[]> {
  const { answerChannels, openChannels } = await desk.settings.get(guildOf({ guild }));
  if (answerChannels.length === 0) return [];
  const here = [channelId, channel?.isThread() ? channel.parentId : null];
  return [...answerChannels, ...openChannels].some((id) => here.includes(id)) ? [] : answerChannels;
}
