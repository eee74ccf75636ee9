import { readIntent } from '../../answer/question/intent.js';
import { withoutMarkup } from '../../answer/question/markup.js';
import type { ArchiveService } from '../../service/archive-service.js';
import { type Place, recordUnanswered } from '../../store/questions.js';
import { type BotContext, logFault } from '../bot-context.js';
import type { Asked } from '../rendering/asked.js';
import { visible } from '../rendering/escape.js';
import { fitted } from '../rendering/fit.js';
import { notice, type Outgoing } from '../rendering/message.js';
import { QUOTES, renderAnswer, renderClaim, renderMore } from '../rendering/render-answer.js';
import { texts } from '../rendering/texts.js';
import { countedQuestion } from './counted.js';

/** The most that is read of a message whose claims are checked; a question may be as long. */
const CLAIM = 400;

/** A question that found no answer, which the operator should know of. */
export interface Missed {
  readonly question: string;
  readonly place: Place;
}

/** An answer; `missed` is to be kept once the answer is shown, when it is known with which message it should go. */
export interface QuestionAnswer {
  readonly outgoing: Outgoing;
  readonly missed?: Missed;
}

/**
 * Answers a question.
 * @param place where it was asked; null when nothing of it may be kept
 */
export async function answerQuestion(
  context: BotContext,
  asked: Asked,
  place: Place | null,
): Promise<QuestionAnswer> {
  const intent = readIntent(asked.question);
  if (intent.kind === 'small talk') return { outgoing: notice(texts.smallTalk[intent.about]) };
  const result = await countedQuestion(context.counts, () => ask(context, asked, QUOTES));
  const isKept = context.storeQuestions && place !== null;
  const outgoing = renderAnswer(result, isKept);
  return isKept && !result.answered
    ? { outgoing, missed: { question: asked.question, place } }
    : { outgoing };
}

/** @param message see `recordUnanswered` */
export async function keepMissed(
  context: BotContext,
  message: string,
  { question, place }: Missed,
): Promise<void> {
  try {
    await recordUnanswered(context.store, message, place, question, new Date(context.now()));
  } catch (error) {
    // Nobody waits for it.
    logFault(context, error);
  }
}

/** The quotes that come after the first ones. */
export async function answerFurther(context: BotContext, asked: Asked, offset: number): Promise<Outgoing> {
  return renderMore(await ask(context, asked, offset + QUOTES + 1), offset);
}

/** What the archive has near to the words of a message. */
export async function answerClaim(context: BotContext, words: string): Promise<Outgoing> {
  const question = fitted(visible(withoutMarkup(words)), CLAIM);
  const near = () => ask(context, { question, previous: null }, QUOTES);
  return renderClaim(await countedQuestion(context.counts, near));
}

function ask(
  context: BotContext,
  { question, previous }: Asked,
  top: number,
): ReturnType<ArchiveService['ask']> {
  const today = new Date(context.now()).toISOString().slice(0, 10);
  const options = { top, asked: today, ...(previous === null ? {} : { previous }) };
  return context.queue.run(() => context.service.ask(question, options));
}
