import type { Answer, NoAnswer } from '../../answer/answer.js';
import { readIntent } from '../../answer/question/intent.js';
import { withoutMarkup } from '../../answer/question/markup.js';
import { soundsOfTheWorld } from '../../answer/question/world-question.js';
import type { ArchiveService } from '../../service/archive-service.js';
import { tallyQuestion } from '../../store/counts/tallies.js';
import { type Place, recordUnanswered } from '../../store/questions.js';
import { UserError } from '../../user-error.js';
import { type BotContext, logFault } from '../bot-context.js';
import type { Asked } from '../rendering/asked.js';
import { visible } from '../rendering/escape.js';
import { fitted } from '../rendering/fit.js';
import { notice, type Outgoing } from '../rendering/message.js';
import { QUOTES, renderAnswer, renderClaim, renderMore } from '../rendering/render-answer.js';
import { texts } from '../rendering/texts.js';
import { answerNews } from './answer-news.js';
import { countedQuestion } from './counted.js';
import type { Missed, QuestionAnswer } from './question-answer.js';

/** The most that is read of a message whose claims are checked; a question may be as long. */
const CLAIM = 400;

/** How a question came in. */
export interface Asking {
  /** Where it was asked; null when nothing of it may be kept. */
  readonly place: Place | null;
  /** Whether the answer is a reply to the question. */
  readonly isReply: boolean;
}

export async function answerQuestion(
  context: BotContext,
  asked: Asked,
  { place, isReply }: Asking,
): Promise<QuestionAnswer> {
  const intent = readIntent(asked.question);
  if (intent.kind === 'small talk')
    return { outgoing: notice(texts.smallTalk[intent.about]), concernsAsker: true };
  if (intent.kind === 'news') return answerNews(context, intent);
  const result = await countedQuestion(context.counts, () => ask(context, asked, QUOTES));
  const isKept = context.storeQuestions && place !== null;
  if (isKept) countForManagers(context, place, result);
  const hasSources = typeof context.guild === 'string' && context.sourcesPerServer !== 0;
  const outgoing = renderAnswer(result, { isKept, isReply, hasSources, contact: context.operatorContact });
  const concernsAsker = result.verdict === 'none';
  return isKept && !result.answered
    ? { outgoing, concernsAsker, missed: { question: asked.question, place } }
    : { outgoing, concernsAsker };
}

/** Counts a question in its server's figures. Nobody waits for it. */
function countForManagers(context: BotContext, { guild }: Place, result: Answer | NoAnswer): void {
  const counted = result.answered
    ? {
        outcome: 'answered' as const,
        topics: result.topics ?? [],
        sources: result.snippets.flatMap(({ source }) => source.publisher ?? []),
      }
    : {
        outcome: result.verdict === 'maybe' ? ('maybe' as const) : ('unanswered' as const),
        topics: [],
        sources: [],
      };
  tallyQuestion(context.store, guild, counted, new Date(context.now())).catch(
    (error) => void logFault(context, error),
  );
}

/**
 * Answers a question that people in an open channel ask nobody in particular.
 * @returns null unless it is surely right; then nothing is said, whatever the reason
 */
export async function answerUnasked(context: BotContext, question: string): Promise<Outgoing | null> {
  const start = performance.now();
  try {
    const result = await ask(context, { question, previous: null }, QUOTES, true);
    if (!result.answered) return null;
    context.counts.question('answered', (performance.now() - start) / 1000);
    return renderAnswer(result, { isKept: false, isReply: true });
  } catch (error) {
    if (!(error instanceof UserError)) logFault(context, error);
    return null;
  }
}

/** @param asking see `recordUnanswered` */
export async function keepMissed(
  context: BotContext,
  asking: { readonly message: string; readonly asker: string },
  { question, place }: Missed,
): Promise<void> {
  try {
    await recordUnanswered(context.store, asking, place, question, new Date(context.now()));
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

/** Checks what somebody else said: answers it if it is a question, else finds sources for it. Nothing of it is kept. */
export async function answerCheck(context: BotContext, said: string): Promise<QuestionAnswer> {
  const words = withoutMarkup(said);
  if (soundsOfTheWorld(words))
    return answerQuestion(context, { question: words, previous: null }, { place: null, isReply: false });
  return { outgoing: await answerClaim(context, said) };
}

function ask(
  context: BotContext,
  { question, previous }: Asked,
  top: number,
  unasked = false,
): ReturnType<ArchiveService['ask']> {
  const today = new Date(context.now()).toISOString().slice(0, 10);
  const options = { top, asked: today, unasked, ...(previous === null ? {} : { previous }) };
  return context.queue.run(() => context.service.ask(question, options));
}
