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
import { DATE_FORMS, type DateContext, type Days, dayWithoutYear } from './date-forms.js';

/** A date or a run of days as a text says it ("Sunday", "last month"), resolved. */
export interface ResolvedDate extends Days {
  /** Character offsets of the words, `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** Without one of these there is no date, and the parsers need not look. */
const DATE_WORD =
  /day\b|days?\s|\bweek|month|\byears?\b|\btonight|tomorrow|\bthis (?:morning|afternoon|evening)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b1[5-9]\d\d|\b20\d\d|9\/11|\bnew year|christmas|halloween|juneteenth/i;

/** Words right before a date that tell which way it lies. */
const JUST_BEFORE_AHEAD =
  /\b(?:by|until|till|starting|beginning|begins|opens|upcoming|coming|next)\s+(?:(?:on|at|late|early|the)\s+)*$/i;
const JUST_BEFORE_BACK = /\b(?:since|last|past|said|announced|reported)\s+(?:(?:on|late|early|the)\s+)*$/i;

/** Words of the clause before a date that speak of what is to come, and those that speak of what was. */
const TO_COME =
  /\b(?:will|won['’]t|would|shall|could|expected|scheduled|slated|set (?:to|for)|due(?! to)|plan(?:s|ned|ning)? (?:to|for)|hopes? to|intends? to|aims? to|(?:is|are) to)\b|['’]ll\b/gi;
const GONE_BY = /\b(?:was|were|had|did|been)\b/gi;
const PAST_PARTICIPLE = /\b\w{2,}ed\b/i;

/** Where the clause before a date begins: what stands further left does not tell when. */
const CLAUSE_START =
  /.*(?:[,;:—–"“”()]|\b(?:said|says|told|announced|reported|tweeted|wrote|added|warned|confirmed|declared|after)\b)/is;

/**
 * Finds the dates that a text says and resolves them. A weekday is the latest one up to the reference unless the
 * text looks ahead ("will meet on Friday").
 * @param reference ISO 8601 date or time of publication; without it only dates that say their year are resolved
 * @returns in the order of the text, without overlaps
 */
export function resolveDates(text: string, reference: string | null): ResolvedDate[] {
  if (!DATE_WORD.test(text)) return [];
  const day = reference === null ? null : dayOfTimestamp(reference);
  return withoutOverlaps([...ownMentions(text, day), ...chronoMentions(text, day)]);
}

function ownMentions(text: string, reference: Day | null): ResolvedDate[] {
  return DATE_FORMS.flatMap(({ pattern, resolve }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      if (isName(text, match.index, match[0])) return [];
      const days = resolve(match, { reference, looks: looks(text, match.index) });
      return days ? [{ start: match.index, end: match.index + match[0].length, ...days }] : [];
    }),
  );
}

function chronoMentions(text: string, reference: Day | null): ResolvedDate[] {
  // Noon UTC, so that no time zone moves the day.
  const instant = new Date(`${reference ?? '2000-01-01'}T12:00:00Z`);
  return en.casual.parse(text, { instant, timezone: 0 }).flatMap((result) => {
    const words = result.text.replace(/^(?:on|at|in|the)\s+/i, '').replace(/[\s,.]+$/, '');
    const start = result.index + result.text.indexOf(words);
    if (isNoDate(text, start, words, result)) return [];
    if (reference === null && !/\d{4}/.test(words)) return [];
    const days = daysOf(words, result, { reference, looks: looks(text, start) });
    return days ? [{ start, end: start + words.length, ...days }] : [];
  });
}

/** Which way the words before a date look. */
function looks(text: string, at: number): DateContext['looks'] {
  const before = text.slice(Math.max(0, at - 80), at);
  if (JUST_BEFORE_AHEAD.test(before)) return 'ahead';
  if (JUST_BEFORE_BACK.test(before)) return 'back';
  const clause = before.replace(CLAUSE_START, '');
  const toCome = lastIndex(clause, TO_COME);
  const goneBy = lastIndex(clause, GONE_BY);
  if (toCome > goneBy) return 'ahead';
  return goneBy >= 0 || PAST_PARTICIPLE.test(clause) ? 'back' : 'either';
}

function lastIndex(text: string, pattern: RegExp): number {
  return Array.from(text.matchAll(pattern)).at(-1)?.index ?? -1;
}

/** What a parsed date means, as coarse as the words are: a day, a month, a year. */
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

/** The latest such weekday up to the reference, or the next one when the text looks ahead. */
function weekdayUpTo(weekday: number, { reference, looks }: DateContext): Day | null {
  if (!reference) return null;
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  return addDays(reference, looks === 'ahead' && back > 0 ? 7 - back : -back);
}

/** chrono-node is made for what people type to a calendar; much of what it sees in prose is no date. */
function isNoDate(text: string, start: number, words: string, result: ParsedResult): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(start + words.length, start + words.length + 20);
  return (
    result.tags().has('casualReference/now') ||
    isName(text, start, words) ||
    // A length of time ("for two days", "in the year") or one counted from another event ("two days later").
    (/^(?:for|within|in|after|over)\s+(?!the\s+(?:past|last|next))/i.test(result.text) &&
      result.tags().has('result/relativeDate')) ||
    /\b(?:earlier|later|before|after|from now)$/i.test(words) ||
    /\b(?:every|each)\s+$/i.test(before) ||
    // "to march", "holiday weekend", "April told him", "in Sun City": a name unless a preposition or a number says otherwise.
    (/^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
      words,
    ) &&
      !/\b(?:in|since|until|till|by|from|to|of|early|late|mid|last|next|this|through|during|between|before|after|and|around|for)[\s-]+$/i.test(
        before,
      )) ||
    (/^(?:mon|tues?|wed|thurs?|fri|sat|sun)$/i.test(words) && !/^[.,]/.test(after)) ||
    // A score or a fraction: "6/4".
    /^\d{1,2}[/.-]\d{1,2}$/.test(words)
  );
}

/** Part of a name: "Super Tuesday", "the Sunday Times", "ABC News’ This Week", "USA Today". */
function isName(text: string, start: number, words: string): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(start + words.length, start + words.length + 20);
  const casual = /^(?:today|tonight|tomorrow|yesterday|this|last|next)\b/i;
  return (
    (casual.test(words) && /^[A-Z]/.test(words) && /[\p{L}\p{N}’']\s+$/u.test(before)) ||
    (casual.test(words) && /^[A-Z]{2}/.test(words)) ||
    /\b(?:Bloody|Black|Super|Good|Ash|Palm|Cyber|Giving|Fat|Easter|Freaky|Taco|Throwback|Small Business)\s+$/.test(
      before,
    ) ||
    /^\s(?:Times|Telegraph|Mirror|Mail|Herald|Express|World|Star|Show|(?:Morning|Night|Afternoon)\s(?:Football|Live|Lights|Fever))\b/.test(
      after,
    )
  );
}

/** The longest of those that overlap; in the order of the text. */
function withoutOverlaps(mentions: readonly ResolvedDate[]): ResolvedDate[] {
  const kept: ResolvedDate[] = [];
  for (const mention of mentions.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => mention.end <= other.start || other.end <= mention.start)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}
