import type { ArchiveService } from '../../service/archive-service.js';
import { recordUnanswered, type Scope } from '../../store/questions.js';
import { type BotContext, logFault } from '../bot-context.js';
import type { Asked } from '../rendering/asked.js';
import { visible } from '../rendering/escape.js';
import { fitted } from '../rendering/fit.js';
import type { Outgoing } from '../rendering/message.js';
import { QUOTES, renderAnswer, renderClaim, renderMore } from '../rendering/render-answer.js';
import { countedQuestion } from './counted.js';

/** The most that is read of a message whose claims are checked; a question may be as long. */
const CLAIM = 400;

/** Answers a question; what the archive cannot answer is noted for the operator. */
export async function answerQuestion(context: BotContext, asked: Asked, scope: Scope): Promise<Outgoing> {
  const result = await countedQuestion(context.counts, () => ask(context, asked, QUOTES));
  if (!result.answered && context.storeQuestions) {
    // The answer does not wait for it, nor fail with it.
    recordUnanswered(context.store, scope, asked.question, new Date(context.now())).catch((error) =>
      logFault(context, error),
    );
  }
  return renderAnswer(result);
}

/** The quotes that come after the first ones. */
export async function answerFurther(context: BotContext, asked: Asked, offset: number): Promise<Outgoing> {
  return renderMore(await ask(context, asked, offset + QUOTES + 1), offset);
}

/** What the archive has near to the words of a message. */
export async function answerClaim(context: BotContext, words: string): Promise<Outgoing> {
  const question = fitted(visible(words), CLAIM);
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
