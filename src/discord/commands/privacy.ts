import type { ChatInputCommandInteraction } from 'discord.js';
import type { BotContext } from '../bot-context.js';
import { guildOf } from './command.js';

/**
 * Returns whether only the asker sees the answer. It is private if this guild wants answers in other
 * channels; otherwise the command's option decides, then the guild's default.
 */
export async function isAnsweredInPrivate(
  interaction: ChatInputCommandInteraction,
  context: BotContext,
): Promise<boolean> {
  if ((await answerChannelsElsewhere(interaction, context)).length > 0) return true;
  const { privateByDefault } = await context.settings.get(guildOf(interaction));
  return interaction.options.getBoolean('private') ?? privateByDefault;
}

/** Returns the channels where this guild wants answers, unless this is one of them. */
export async function answerChannelsElsewhere(
  { guild, channelId, channel }: ChatInputCommandInteraction,
  context: BotContext,
): Promise<readonly string[]> {
  const { answerChannels, openChannels } = await context.settings.get(guildOf({ guild }));
  if (answerChannels.length === 0) return [];
  const here = [channelId, channel?.isThread() ? channel.parentId : null];
  return [...answerChannels, ...openChannels].some((id) => here.includes(id)) ? [] : answerChannels;
}
