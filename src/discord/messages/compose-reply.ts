import type { Client } from 'discord.js';
import type { BotContext } from '../bot-context.js';
import type { Asked } from '../rendering/asked.js';
import { notice } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import type { Decision } from './addressing.js';
import { answerCheck, answerClaim, answerQuestion } from './answering.js';
import { publicPlace } from './public-place.js';
import type { QuestionAnswer } from './question-answer.js';

/** Composes what is said to a message that is addressed to us. */
export async function composeReply(
  context: BotContext,
  client: Client,
  channel: string,
  decision: Exclude<Decision, { kind: 'ignore' }>,
  asked: Asked | null,
): Promise<QuestionAnswer> {
  switch (decision.kind) {
    case 'question': {
      const question = asked ?? { question: decision.question, previous: null };
      return answerQuestion(context, question, { place: publicPlace(client, channel), isReply: true });
    }
    case 'claim':
      return { outgoing: await answerClaim(context, decision.claim) };
    case 'check':
      return answerCheck(context, decision.said);
    case 'elsewhere': {
      const channels = decision.channels.map((id) => `<#${id}>`).join(', ');
      return { outgoing: notice(texts.answersElsewhere(channels)) };
    }
    default:
      return { outgoing: notice(NOTICES[decision.kind]) };
  }
}

const NOTICES = {
  hint: texts.howToAsk,
  unreadable: texts.unreadable,
  'unreadable claim': texts.unreadableClaim,
  'no claim': texts.noClaim,
  'own sources': texts.ownSources,
} as const;
