import type { Newsroom } from '../../service/archive-service.js';
import { recordUnanswered, type Scope } from '../../store/questions.js';
import { type Desk, logFault } from '../bot-context.js';
import type { Asked } from '../rendering/asked.js';
import { visible } from '../rendering/escape.js';
import { fitted } from '../rendering/fit.js';
import type { Outgoing } from '../rendering/message.js';
import { QUOTES, renderAnswer, renderClaim, renderMore } from '../rendering/render-answer.js';
import { countedQuestion } from './counted.js';

/** The most that is read of a message whose claims are checked; a question may be as long. */
const CLAIM = 400;

/** Answers a question; what the archive cannot answer is noted for the operator. */
export async function answerQuestion(desk: Desk, asked: Asked, scope: Scope): Promise<Outgoing> {
  const result = await countedQuestion(desk.counts, () => ask(desk, asked, QUOTES));
  if (!result.answered && desk.storeQuestions) {
    // The answer does not wait for it, nor fail with it.
    recordUnanswered(desk.store, scope, asked.question, new Date(desk.now())).catch((error) =>
      logFault(desk, error),
    );
  }
  return renderAnswer(result);
}

/** The quotes that come after the first ones. */
export async function answerFurther(desk: Desk, asked: Asked, offset: number): Promise<Outgoing> {
  return renderMore(await ask(desk, asked, offset + QUOTES + 1), offset);
}

/** What the archive has near to the words of a message. */
export async function answerClaim(desk: Desk, words: string): Promise<Outgoing> {
  const question = fitted(visible(words), CLAIM);
  const near = () => ask(desk, { question, previous: null }, QUOTES);
  return renderClaim(await countedQuestion(desk.counts, near));
}

function ask(desk: Desk, { question, previous }: Asked, top: number): ReturnType<Newsroom['ask']> {
  const today = new Date(desk.now()).toISOString().slice(0, 10);
  const options = { top, asked: today, ...(previous === null ? {} : { previous }) };
  return desk.queue.run(() => desk.newsroom.ask(question, options));
}
