import { addDays, type Day } from '../../text/dates/calendar.js';
import { resolveDates } from '../../text/dates/dates.js';

/**
 * The days whose news a question asks for, both inclusive: those that it names, up to today; else today and the day
 * before.
 * @param today the day on which it is asked
 */
export function newsPeriod(question: string, today: Day): { readonly from: Day; readonly to: Day } {
  const [named] = resolveDates(question, today);
  if (named === undefined || named.from > today) return { from: addDays(today, -1), to: today };
  return { from: named.from, to: named.to > today ? today : named.to };
}
