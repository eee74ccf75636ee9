import { addDays, type Day, dayOf, yearOf } from '../../text/dates/calendar.js';
import { resolveDates } from '../../text/dates/dates.js';

/**
 * The days whose news a question asks for, both inclusive: those that it names, up to today; else today and the day
 * before. A day without a year is the last one of that name: what happened is past.
 * @param today the day on which it is asked
 */
export function newsPeriod(question: string, today: Day): { readonly from: Day; readonly to: Day } {
  const [found] = resolveDates(question, today);
  const hasYear = found !== undefined && /\d{4}/.test(question.slice(found.start, found.end));
  const named =
    found !== undefined && found.from > today && !hasYear
      ? { from: aYearBefore(found.from), to: aYearBefore(found.to) }
      : found;
  if (named === undefined || named.from > today) return { from: addDays(today, -1), to: today };
  return { from: named.from, to: named.to > today ? today : named.to };
}

/** The same day of the year before; for 29 February the day before it. */
function aYearBefore(day: Day): Day {
  const [month, dayOfMonth] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return dayOf(yearOf(day) - 1, month, dayOfMonth) ?? addDays(day, -366);
}
