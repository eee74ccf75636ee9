import { en, type ParsedResult } from 'chrono-node';
import {
  addDays,
  type Day,
  dayOf,
  dayOfTimestamp,
  daysBetween,
  monthSpan,
  weekdayOf,
  yearSpan,
} from './calendar.js';
import { directionBefore } from './date-direction.js';
import { DATE_FORMS, type DateContext, type Days, dayWithoutYear } from './date-forms.js';
import { around, isName, isNoDate } from './not-a-date.js';

/** A date or a run of days, resolved from the words of a text ("Sunday", "last month"). */
export interface ResolvedDate extends Days {
  /** Character offsets of the words, `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** A text without any of these has no date, and need not be parsed. */
const DATE_WORD =
  /day\b|days?\s|\bweek|month|\byears?\b|\btonight|tomorrow|\bthis (?:morning|afternoon|evening)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b1[5-9]\d\d|\b20\d\d|9\/11|\bnew year|christmas|halloween|juneteenth/i;

/**
 * Finds and resolves the dates in a text. A weekday is the latest one up to the reference, unless the text
 * looks ahead ("will meet on Friday").
 * @param reference ISO 8601 date or time of publication; without it, only dates with a year are resolved
 * @returns in the order of the text, without overlaps
 * @example "on Sunday", published 2020-01-06, gives 2020-01-05
 */
export function resolveDates(text: string, reference: string | null): ResolvedDate[] {
  if (!DATE_WORD.test(text)) return [];
  const day = reference === null ? null : dayOfTimestamp(reference);
  return withoutOverlaps([...ownMentions(text, day), ...chronoMentions(text, day)]);
}

function ownMentions(text: string, reference: Day | null): ResolvedDate[] {
  return DATE_FORMS.flatMap(({ pattern, resolve }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      if (isName(around(text, match.index, match[0]))) return [];
      const days = resolve(match, { reference, looks: directionBefore(text, match.index) });
      return days ? [{ start: match.index, end: match.index + match[0].length, ...days }] : [];
    }),
  );
}

function chronoMentions(text: string, reference: Day | null): ResolvedDate[] {
  // Noon UTC, so that no time zone moves the day.
  const instant = new Date(`${reference ?? '2000-01-01'}T12:00:00Z`);
  return en.casual.parse(text, { instant, timezone: 0 }).flatMap((result) => {
    const words = result.text.replace(/^(?:on|at|in|the)\s+/i, '').replace(/(?<![\s,.])[\s,.]+$/, '');
    const start = result.index + result.text.indexOf(words);
    if (isNoDate({ ...around(text, start, words), result })) return [];
    if (reference === null && !/\d{4}/.test(words)) return [];
    const days = daysOf(words, result, { reference, looks: directionBefore(text, start) });
    return days ? [{ start, end: start + words.length, ...days }] : [];
  });
}

/** Converts a parsed date to days, as coarse as its words are: a day, a month, a year. */
function daysOf(words: string, { start, end }: ParsedResult, context: DateContext): Days | null {
  const year = start.get('year');
  const month = start.get('month');
  const dayOfMonth = start.get('day');
  if (year === null || month === null || dayOfMonth === null) return null;
  const first = dayOf(year, month, dayOfMonth);
  if (first === null) return null;

  const [, side] = /^(past|last|next)\s+(?:\w+\s+)?(?:day|week|month|year|decade)s$/i.exec(words) ?? [];
  if (side && context.reference) {
    return first < context.reference
      ? { from: first, to: context.reference }
      : { from: context.reference, to: first };
  }

  if (start.isCertain('weekday') && !start.isCertain('day')) {
    const length = end ? (weekdayNumber(end) - weekdayOf(first) + 7) % 7 : 0;
    const from = /^(?:last|next|this)\b/i.test(words) ? first : weekdayUpTo(weekdayOf(first), context);
    return from === null ? null : { from, to: addDays(from, length) };
  }
  if (start.isCertain('day') && !start.isCertain('year')) {
    const from = dayWithoutYear(month, dayOfMonth, context);
    const length = end ? daysBetween(first, endDay(end) ?? first) : 0;
    return from === null ? null : { from, to: addDays(from, Math.max(0, length)) };
  }
  if (start.isCertain('day')) return { from: first, to: laterOf(first, end ? endDay(end) : null) };
  if (start.isCertain('month')) {
    if (start.isCertain('year')) return monthSpan(year, month);
    const within = dayWithoutYear(month, 1, context);
    return within === null ? null : monthSpan(Number(within.slice(0, 4)), month);
  }
  return start.isCertain('year') ? yearSpan(year) : null;
}

function endDay(end: NonNullable<ParsedResult['end']>): Day | null {
  const [year, month, dayOfMonth] = [end.get('year'), end.get('month'), end.get('day')];
  return year !== null && month !== null && dayOfMonth !== null ? dayOf(year, month, dayOfMonth) : null;
}

function weekdayNumber(end: NonNullable<ParsedResult['end']>): number {
  return end.get('weekday') ?? 0;
}

function laterOf(first: Day, other: Day | null): Day {
  return other !== null && other > first ? other : first;
}

/** Returns the latest such weekday up to the reference, or the next one if the text looks ahead. */
function weekdayUpTo(weekday: number, { reference, looks }: DateContext): Day | null {
  if (!reference) return null;
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  return addDays(reference, looks === 'ahead' && back > 0 ? 7 - back : -back);
}

/** Keeps the longest of mentions that overlap, in the order of the text. */
function withoutOverlaps(mentions: readonly ResolvedDate[]): ResolvedDate[] {
  const kept: ResolvedDate[] = [];
  for (const mention of mentions.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => mention.end <= other.start || other.end <= mention.start)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
