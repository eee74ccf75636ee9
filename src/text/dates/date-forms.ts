import { addDays, type Day, dayOf, daysBetween, weekdayOf, weekSpan, yearOf, yearSpan } from './calendar.js';

import type { Direction } from './date-direction.js';

/** A run of days, both inclusive. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What is needed to resolve a mention of a date. */
export interface DateContext {
  /** The day the text was published; null when unknown. */
  readonly reference: Day | null;
  readonly looks: Direction;
}

/** A form of date that chrono-node does not know, or reads differently from what news means by it. */
export interface DateForm {
  readonly pattern: RegExp;
  readonly resolve: (match: RegExpExecArray, context: DateContext) => Days | null;
}

/** What has a number for a name: "Flight 2024". */
const NUMBERED = String.raw`\b(?:no\.|highway|suite|flight|room|route|train|form|model)\s`;
/** A year after a day belongs to the day: if no calendar has that day, it is no date at all. */
const DAY_BEFORE = String.raw`\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2},?|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?)\s`;
/** "Over 1500 cases" counts, "at least 2005" and "over 2019 levels" do not: who counts without a comma gives a round figure. */
const COUNTED = String.raw`\b(?:than|over|about|around|roughly|approximately|least|most|up to|as many as|estimated|nearly|almost|some|only)\s(?=\d\d[05]0\s(?!levels\b)\p{L}{4,}s\b)`;
/** A unit or a street makes another number of it: "1500 meters", "1600 Pennsylvania Avenue", but not "2021 in St. Louis". */
const UNIT = String.raw`\s(?:percent|people|troops|soldiers|miles|kilomet(?:er|re)s?|km|feet|foot|met(?:er|re)s?|hours|years|points|pounds|euros|tons|tonnes|calories|square|acres|blocks?|GMT|EST|ET|UTC|BCE?|(?!(?:in|at|on)\s)\w+\s(?:St|Ave|Rd|Street|Avenue|Road))\b`;
const YEAR = new RegExp(
  String.raw`(?<![\d$£€#,.:/-]|${NUMBERED}|${DAY_BEFORE}|${COUNTED})\b(?<year>1[5-9]\d\d|20\d\d)\b(?!,\d|\.\d|:\d|%|\/|-\d|-years?\b|${UNIT})`,
  'giu',
);

export const DATE_FORMS: readonly DateForm[] = [
  {
    pattern: /\b9\/11\b/g,
    resolve: () => ({ from: '2001-09-11', to: '2001-09-11' }),
  },
  {
    pattern: /\b(?<which>last|past|this|next|coming|the)\s+weekend\b/gi,
    resolve: weekend,
  },
  {
    pattern: /\b(?<which>this|last|next|(?:the|this)\s+past)\s+week\b(?!end)/gi,
    resolve: week,
  },
  {
    pattern: /\b(?:earlier|later)\s+in\s+the\s+(?<which>week)\b/gi,
    resolve: week,
  },
  {
    pattern: /\b(?<count>\w+)\s+weeks?\s+ago\b/gi,
    resolve: weeksAgo,
  },
  {
    pattern:
      /\b(?<name>new year['’]s eve|new year['’]s day|valentine['’]s day|juneteenth|independence day|(?:the )?fourth of july|halloween|veterans day|christmas(?: eve| day)?|boxing day)(?:,?\s+(?<year>(?:19|20)\d\d)\b)?/gi,
    resolve: holiday,
  },
  {
    pattern: /\b(?:early |mid-?|late )?(?<decade>1[5-9]\d0|20\d0)(?:s|(?<=\bthe \d{4})['’]s)\b/gi,
    resolve: decadeOrCentury,
  },
  {
    pattern:
      /(?:\b(?:from|between)\s+)?(?<![\d$£€#,.-])\b(?<first>(?:1[5-9]|20)\d\d)(?<link>\s+(?:to|and|through|until)\s+|\s?[–-]\s?)(?<last>(?:1[5-9]|20)\d\d|(?<=[–-])\d\d)\b(?![,.]?\d|[-%])/gi,
    resolve: runOfYears,
  },
  {
    pattern: YEAR,
    resolve: (match) => yearSpan(Number(match.groups?.year)),
  },
];

/** `[month, day of the month]` of each yearly holiday. */
const HOLIDAYS: Readonly<Record<string, readonly [number, number]>> = {
  "new year's eve": [12, 31],
  "new year's day": [1, 1],
  "valentine's day": [2, 14],
  juneteenth: [6, 19],
  'independence day': [7, 4],
  'fourth of july': [7, 4],
  halloween: [10, 31],
  'veterans day': [11, 11],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  christmas: [12, 25],
  'boxing day': [12, 26],
};

const SMALL_NUMBERS: readonly string[] = [
  '',
  'a',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
];

/**
 * Resolves a month (1–12) and a day of the month without a year to the nearest such day. Days in the
 * direction that the text does not look in count double. News tells what has happened, so it looks back
 * unless something says otherwise.
 */
export function dayWithoutYear(
  month: number,
  dayOfMonth: number,
  { reference, looks }: DateContext,
): Day | null {
  if (!reference) return null;
  const penalty = {
    ahead: { past: 2, future: 1 },
    either: { past: 1, future: 2 },
    back: { past: 1, future: 99 },
  }[looks];
  const distance = (day: Day) => {
    const days = daysBetween(reference, day);
    return days > 0 ? days * penalty.future : -days * penalty.past;
  };
  return (
    [-1, 0, 1]
      .map((years) => dayOf(yearOf(reference) + years, month, dayOfMonth))
      .filter((day) => day !== null)
      .sort((a, b) => distance(a) - distance(b))[0] ?? null
  );
}

/** "The late 1800s" are a century, "the 1990s" and "the 2000s" a decade. */
function decadeOrCentury(match: RegExpExecArray): Days | null {
  const first = Number(match.groups?.decade);
  return yearSpan(first, first % 100 === 0 && first < 2000 ? first + 99 : first + 9);
}

function weekend(match: RegExpExecArray, { reference, looks }: DateContext): Days | null {
  if (!reference) return null;
  const which = match.groups?.which?.toLowerCase();
  const weekday = weekdayOf(reference);
  const sinceSaturday = (weekday + 1) % 7;
  const within = sinceSaturday < 2;
  const comes =
    which === 'next' || which === 'coming' || (!within && (which === 'this' || looks === 'ahead'));
  const last = which === 'last' && within;
  const saturday = addDays(reference, -sinceSaturday + (comes ? 7 : last ? -7 : 0));
  return { from: saturday, to: addDays(saturday, 1) };
}

function week(match: RegExpExecArray, { reference }: DateContext): Days | null {
  if (!reference) return null;
  const which = match.groups?.which?.toLowerCase() ?? '';
  if (which.endsWith('past')) return { from: addDays(reference, -7), to: reference };
  const weeks = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  return weekSpan(addDays(reference, 7 * weeks));
}

function weeksAgo(match: RegExpExecArray, { reference }: DateContext): Days | null {
  const count = match.groups?.count?.toLowerCase() ?? '';
  const weeks = count === 'one' ? 1 : /^\d+$/.test(count) ? Number(count) : SMALL_NUMBERS.indexOf(count);
  return reference && weeks > 0 && weeks < 100 ? weekSpan(addDays(reference, -7 * weeks)) : null;
}

function holiday(match: RegExpExecArray, context: DateContext): Days | null {
  const name = match.groups?.name?.toLowerCase().replace('’', "'").replace(/^the /, '') ?? '';
  const [month, dayOfMonth] = HOLIDAYS[name] ?? [];
  if (!month || !dayOfMonth) return null;
  const year = match.groups?.year;
  const day = year ? dayOf(Number(year), month, dayOfMonth) : dayWithoutYear(month, dayOfMonth, context);
  return day === null ? null : { from: day, to: day };
}

/** "from 2015 to 2017", "2015–17"; "in 2011 and 2014" is two years, not a run. */
function runOfYears(match: RegExpExecArray): Days | null {
  const { first = '', last = '', link = '' } = match.groups ?? {};
  if (link.trim() === 'and' && !/^between/i.test(match[0])) return null;
  return yearSpan(Number(first), Number(first.slice(0, 4 - last.length) + last));
}
