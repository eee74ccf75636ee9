import { addDays, type Day, dayOf, yearOf } from '../../text/dates/calendar.js';
import { resolveDates } from '../../text/dates/dates.js';

/** Days, both inclusive. */
export interface NewsPeriod {
  readonly from: Day;
  readonly to: Day;
  /** It is one day, named by the question without its year. */
  readonly lacksYear: boolean;
}

/**
 * The days whose news a question asks for, both inclusive: those that it names, up to today; else today and the day
 * before. A day without a year is the last one of that name: what happened is past.
 * @param today the day on which it is asked
 */
export function newsPeriod(question: string, today: Day): NewsPeriod {
  const [found] = resolveDates(question, today);
  const hasYear = found !== undefined && /\d{4}/.test(question.slice(found.start, found.end));
  const named =
    found !== undefined && found.from > today && !hasYear
      ? { from: aYearBefore(found.from), to: aYearBefore(found.to) }
      : found;
  if (named === undefined || named.from > today)
    return { from: addDays(today, -1), to: today, lacksYear: false };
  const isDay = named.from === named.to && MONTH.test(question.slice(found?.start, found?.end));
  return { from: named.from, to: named.to > today ? today : named.to, lacksYear: isDay && !hasYear };
}

const MONTH = /\b(?:jan|feb|mar|apr|may|june?\b|july?\b|aug|sep|oct|nov|dec)/i;

/** The same day of the year before; for 29 February the day before it. */
function aYearBefore(day: Day): Day {
  const [month, dayOfMonth] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return dayOf(yearOf(day) - 1, month, dayOfMonth) ?? addDays(day, -366);
}
