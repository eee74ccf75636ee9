import { ApplicationCommandType } from 'discord.js';
import { type MissedQuestion, missedQuestions } from '../../store/questions.js';
import { fittedAndEscaped } from '../rendering/fit.js';
import { container, notice, text } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { FOR_MANAGERS, managedGuild, type SlashCommand } from './command.js';

/** How many questions are listed, and how much of each is shown. Together they fit into one message. */
const LISTED = 20;
const QUESTION = 140;

export const unanswered: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'unanswered',
    description: texts.unanswered,
    ...FOR_MANAGERS,
  },
  isPrivate: async () => true,
  async answer(interaction, { store, storeQuestions }) {
    const missed = await missedQuestions(store, managedGuild(interaction), LISTED);
    const off = storeQuestions ? [] : [text(`-# ${texts.unansweredOff}`)];
    if (missed.length === 0)
      return { outgoing: storeQuestions ? notice(texts.unansweredNone) : container(off) };
    const lines = missed.map(line);
    return { outgoing: container([text(`${texts.unansweredTitle}\n${lines.join('\n')}`), ...off]) };
  },
};

function line({ question, unanswered: times, notIt }: MissedQuestion): string {
  const counts = [
    ...(times > 0 ? [texts.timesUnanswered(times)] : []),
    ...(notIt > 0 ? [texts.timesNotIt(notIt)] : []),
  ];
  return `- ${fittedAndEscaped(question, QUESTION)} (${counts.join(', ')})`;
}
