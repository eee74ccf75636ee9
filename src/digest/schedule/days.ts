import type { Archive } from '../../archive/archive.js';
import { addDays, type Day, dayOf } from '../../text/dates/calendar.js';
import { resolveDates } from '../../text/dates/dates.js';
import { dayOfArticle } from './period.js';

export type { Day } from '../../text/dates/calendar.js';

/** Year first, with any separator or none: "2020-1-5", "2020/01/05", "20200105". */
const YEAR_FIRST = /^(?<year>\d{4})(?:[-/. ](?<month>\d{1,2})[-/. ](?<day>\d{1,2})|(?<digits>\d{4}))$/;

/**
 * Reads a day as people type it: "5 January 2020", "Jan 5", "2020-01-05", "yesterday", "last Friday", "3 days ago". A day
 * without a year is the latest one up to today. "5.1.2020" may be of January or May, and so is read as neither.
 * @returns null for anything that is not one day
 */
export function readDay(typed: string, today: Day): Day | null {
  const words = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:on|of) /, '');
  if (words === 'today') return today;
  if (words === 'yesterday') return addDays(today, -1);
  if (/^(?:the )?day before yesterday$/.test(words)) return addDays(today, -2);
  const ago = /^(\d{1,3}|an?|one|two|three) days? ago$/.exec(words)?.[1];
  if (ago !== undefined) return addDays(today, -(SMALL_NUMBERS[ago] ?? Number(ago)));
  const { year, month, day, digits } = YEAR_FIRST.exec(words)?.groups ?? {};
  if (year !== undefined)
    return dayOf(Number(year), Number(month ?? digits?.slice(0, 2)), Number(day ?? digits?.slice(2)));
  return dayOfNumbers(words) ?? (NUMBERS.test(words) ? null : dayInWords(words, today));
}

const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** Day and month before the year, where only one of the two can be the month. */
function dayOfNumbers(words: string): Day | null {
  const [one, other, year] = (NUMBERS.exec(words) ?? []).slice(1).map(Number);
  if (one === undefined || other === undefined || year === undefined) return null;
  if (one > 12 || one === other) return dayOf(year, other, one);
  return other > 12 ? dayOf(year, one, other) : null;
}

const SMALL_NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3 };

function dayInWords(words: string, today: Day): Day | null {
  const [found, other] = resolveDates(words, today);
  if (found === undefined || other !== undefined || found.from !== found.to) return null;
  const rest = (words.slice(0, found.start) + words.slice(found.end)).replace(WEEKDAY, '');
  if (/[\p{L}\p{N}]/u.test(rest)) return null;
  const { from: day } = found;
  // Only a date without a year can be of the year before.
  if (day <= today || !MONTH.test(words) || /\d{4}/.test(words)) return day;
  return dayOf(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
/** A weekday beside a date, and small words. */
const WEEKDAY = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the|of|last|on)\b/g;

/** Whether a day is named without its year ("5 January"), so that it may be that of an earlier year. */
export function lacksYear(typed: string): boolean {
  return MONTH.test(typed.toLowerCase()) && !/\d{4}/.test(typed);
}

/** How many years back a day without a year is looked for. */
const YEARS_BACK = 20;

/** A day and the same one in the years before, the latest first; 29 February only in the years that have it. */
export function withEarlierYears(day: Day): Day[] {
  const [year, month, dayOfMonth] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number);
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) =>
    dayOf((year ?? 0) - back, month ?? 0, dayOfMonth ?? 0),
  ).filter((each) => each !== null);
}

/** The days that have articles, earliest first. */
export function daysWithArticles(archive: Archive): Day[] {
  return [...new Set(archive.articles().flatMap((article) => dayOfArticle(article) ?? []))].sort();
}
