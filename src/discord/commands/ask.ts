import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { withoutMarkup } from '../../answer/question-markup.js';
import { answerQuestion } from '../answering.js';
import { ANYWHERE, type SlashCommand } from '../command.js';
import { text } from '../message.js';
import { answerChannelsElsewhere, isAnsweredInPrivate, publicPlace } from '../privacy.js';
import { texts } from '../texts.js';

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

  async answer(interaction, desk) {
    const question = withoutMarkup(interaction.options.getString('question', true));
    const asked = { question, previous: null };
    // Whoever may be shown the answer alone: unless it is known to be public, it is private.
    const place =
      interaction.ephemeral === false ? publicPlace(interaction.client, interaction.channelId) : null;
    const answer = { ...(await answerQuestion(desk, asked, place)), asked };
    const elsewhere =
      interaction.options.getBoolean('private') === true
        ? []
        : await answerChannelsElsewhere(interaction, desk);
    if (elsewhere.length === 0) return answer;
    const reason = text(`-# ${texts.onlyYou(elsewhere.map((id) => `<#${id}>`).join(', '))}`);
    return { ...answer, outgoing: { components: [...answer.outgoing.components, reason] } };
  },
};
