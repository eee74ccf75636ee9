import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { answerQuestion } from '../messages/answering.js';
import { text } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { ANYWHERE, type SlashCommand, scopeOf } from './command.js';
import { answerChannelsElsewhere, isAnsweredInPrivate } from './privacy.js';

/** As many characters as a question may have. */
const LONGEST_QUESTION = 400;

export const ask: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: texts.ask,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: texts.askQuestion,
        required: true,
        max_length: LONGEST_QUESTION,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: texts.private,
      },
    ],
    ...ANYWHERE,
  },

  isQuestion: true,
  isPrivate: isAnsweredInPrivate,

  async answer(interaction, context) {
    const asked = { question: interaction.options.getString('question', true), previous: null };
    const outgoing = await answerQuestion(context, asked, scopeOf(interaction));
    const elsewhere =
      interaction.options.getBoolean('private') === true
        ? []
        : await answerChannelsElsewhere(interaction, context);
    if (elsewhere.length === 0) return { outgoing, asked };
    const reason = text(`-# ${texts.onlyYou(elsewhere.map((id) => `<#${id}>`).join(', '))}`);
    return { outgoing: { components: [...outgoing.components, reason] }, asked };
  },
};
