import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { withoutMarkup } from '../../answer/question/markup.js';
import { answerQuestion } from '../messages/answering.js';
import { publicPlace } from '../messages/public-place.js';
import { text } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { ANYWHERE, type SlashCommand } from './command.js';
import { answerChannelsElsewhere, isAnsweredInPrivate } from './privacy.js';

/** Most characters of a question. */
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
    const question = withoutMarkup(interaction.options.getString('question', true));
    const asked = { question, previous: null };
    // Unless the answer is known to be public, the question counts as private.
    const place =
      interaction.ephemeral === false ? publicPlace(interaction.client, interaction.channelId) : null;
    const answer = { ...(await answerQuestion(context, asked, { place, isReply: false })), asked };
    const elsewhere =
      interaction.options.getBoolean('private') === true
        ? []
        : await answerChannelsElsewhere(interaction, context);
    if (elsewhere.length === 0) return answer;
    const reason = text(`-# ${texts.onlyYou(elsewhere.map((id) => `<#${id}>`).join(', '))}`);
    return { ...answer, outgoing: { components: [...answer.outgoing.components, reason] } };
  },
};
