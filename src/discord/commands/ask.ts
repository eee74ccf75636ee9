import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { answerQuestion } from '../answering.js';
import { ANYWHERE, guildOf, type SlashCommand, scopeOf } from '../command.js';
import type { Desk } from '../desk.js';
import { text } from '../message.js';
import { texts } from '../texts.js';

/** As many characters as a question may have. */
const LONGEST_QUESTION = 400;

export const ask: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Ask about the news; the answer is quoted from articles',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'Such as: how many troops are in Iraq?',
        required: true,
        max_length: LONGEST_QUESTION,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Only you see the answer',
      },
    ],
    ...ANYWHERE,
  },

  async isPrivate(interaction, desk) {
    return isAnsweredInPrivate(interaction, desk);
  },

  async answer(interaction, desk) {
    const asked = { question: interaction.options.getString('question', true), previous: null };
    const outgoing = await answerQuestion(desk, asked, scopeOf(interaction));
    const elsewhere =
      interaction.options.getBoolean('private') === true
        ? []
        : await answerChannelsElsewhere(interaction, desk);
    if (elsewhere.length === 0) return { outgoing, asked };
    const reason = text(`-# ${texts.onlyYou(elsewhere.map((id) => `<#${id}>`).join(', '))}`);
    return { outgoing: { components: [...outgoing.components, reason] }, asked };
  },
};

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
async function answerChannelsElsewhere(
  { guild, channelId, channel }: ChatInputCommandInteraction,
  desk: Desk,
): Promise<readonly string[]> {
  const { answerChannels, openChannels } = await desk.settings.get(guild?.id ?? null);
  if (answerChannels.length === 0) return [];
  const here = [channelId, channel?.isThread() ? channel.parentId : null];
  return [...answerChannels, ...openChannels].some((id) => here.includes(id)) ? [] : answerChannels;
}
