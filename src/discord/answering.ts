import { withoutMarkup } from '../answer/question-markup.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import { type Place, recordUnanswered } from '../store/questions.js';
import type { Asked } from './asked.js';
import { countedQuestion } from './counted.js';
import { type Desk, logFault } from './desk.js';
import { visible } from './escape.js';
import { fitted } from './fit.js';
import type { Outgoing } from './message.js';
import { QUOTES, renderAnswer, renderClaim, renderMore } from './render-answer.js';

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
export async function answerQuestion(desk: Desk, asked: Asked, place: Place | null): Promise<QuestionAnswer> {
  const result = await countedQuestion(desk.counts, () => ask(desk, asked, QUOTES));
  const isKept = desk.storeQuestions && place !== null;
  const outgoing = renderAnswer(result, isKept);
  return isKept && !result.answered
    ? { outgoing, missed: { question: asked.question, place } }
    : { outgoing };
}

/** @param message see `recordUnanswered` */
export async function keepMissed(desk: Desk, message: string, { question, place }: Missed): Promise<void> {
  try {
    await recordUnanswered(desk.store, message, place, question, new Date(desk.now()));
  } catch (error) {
    // Nobody waits for it.
    logFault(desk, error);
  }
}

/** The quotes that come after the first ones. */
export async function answerFurther(desk: Desk, asked: Asked, offset: number): Promise<Outgoing> {
  return renderMore(await ask(desk, asked, offset + QUOTES + 1), offset);
}

/** What the archive has near to the words of a message. */
export async function answerClaim(desk: Desk, words: string): Promise<Outgoing> {
  const question = fitted(visible(withoutMarkup(words)), CLAIM);
  const near = () => ask(desk, { question, previous: null }, QUOTES);
  return renderClaim(await countedQuestion(desk.counts, near));
}

function ask(desk: Desk, { question, previous }: Asked, top: number): ReturnType<Newsroom['ask']> {
  const today = new Date(desk.now()).toISOString().slice(0, 10);
  const options = { top, asked: today, ...(previous === null ? {} : { previous }) };
  return desk.queue.run(() => desk.newsroom.ask(question, options));
}
