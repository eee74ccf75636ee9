import type { Intent } from '../../answer/question/intent.js';
import { newsPeriod } from '../../answer/question/news-period.js';
import { dateInWords } from '../../answer/quotes/citation.js';
import { type Day, withEarlierYears } from '../../digest/schedule/days.js';
import { keyOfDays } from '../../digest/schedule/period-key.js';
import type { BotContext } from '../bot-context.js';
import { digestOfPeriod } from '../digest-of-period.js';
import { digestTexts } from '../rendering/digest-texts.js';
import { escaped } from '../rendering/escape.js';
import { renderDigest, renderEmptyDigest } from '../rendering/render-digest.js';
import type { QuestionAnswer } from './question-answer.js';

/** Answers "what happened yesterday (in Iraq)" with the digest of those days. */
export async function answerNews(
  context: BotContext,
  { question, topic }: Extract<Intent, { kind: 'news' }>,
): Promise<QuestionAnswer> {
  const { service, queue, now } = context;
  const asked = newsPeriod(question, new Date(now()).toISOString().slice(0, 10));
  const { from, to } = asked.lacksYear ? await latestSuchDay(context, asked.from) : asked;
  const period = keyOfDays(from, to);
  const digest = await queue.run(() => digestOfPeriod(service, period, topic === undefined ? {} : { topic }));
  if (digest.stories.length > 0)
    return { outgoing: renderDigest(digest, { period, ...(topic === undefined ? {} : { topic }) }) };
  const span = from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
  const hasNews = topic !== undefined && (await queue.run(() => service.digest(period))).articles > 0;
  if (hasNews)
    return {
      outgoing: renderEmptyDigest(digestTexts.noStories(escaped(topic), span), from),
      concernsAsker: true,
    };
  const nearest = await service.nearestDay(to);
  return { outgoing: renderEmptyDigest(digestTexts.noArticles(span), nearest), concernsAsker: true };
}

/** "On 5 January" is the latest one that has articles. */
async function latestSuchDay({ service, queue }: BotContext, day: Day): Promise<{ from: Day; to: Day }> {
  const found = await queue.run(() => service.firstWithArticles(withEarlierYears(day)));
  return { from: found ?? day, to: found ?? day };
}
