import { daysBefore, daysOff } from '../../question/period.js';
import type { Feature } from './feature.js';

/** When the article was printed, as against the days that the question is about. */

/** An article this many days off counts half. */
const HALVING_DAYS = 7;
const SLOW_HALVING_DAYS = 45;

const halved = (days: number | null, by: number): number =>
  days === null || days < 0 ? 0 : 0.5 ** (days / by);

/** In a question that says when: how near to that the article was printed. */
export const timely: Feature = ({ matcher: { period }, article }) =>
  halved(daysOff(period.said, article.published ?? article.added), HALVING_DAYS);

/** In a question that does not: how few days before it was asked. People ask about the news. */
export const fresh: Feature = ({ matcher: { period }, article }) =>
  period.said.length > 0
    ? 0
    : halved(daysBefore(period.asked, article.published ?? article.added), HALVING_DAYS);

/** The same over weeks. */
export const recent: Feature = ({ matcher: { period }, article }) =>
  period.said.length > 0
    ? 0
    : halved(daysBefore(period.asked, article.published ?? article.added), SLOW_HALVING_DAYS);
