import { addDays, type Day, dayOfTimestamp, daysBetween } from '../../text/dates/calendar.js';
import type { Days } from '../../text/dates/date-forms.js';
import { resolveDates } from '../../text/dates/dates.js';
import type { Token } from '../../text/tokens.js';

/** What a question says, and leaves unsaid, about when it happened. */
export interface AskedPeriod {
  /** "This week", "in May 2021", "recently"; empty where it says nothing. */
  readonly said: readonly Days[];
  /** The day on which it is asked, if known: where nothing is said, the news of the days before is meant. */
  readonly asked: Day | null;
}

/** On a Thursday people ask about "this week" and mean what they read since the last. */
const WEEK = 7;
const RECENT_DAYS = 14;
/** "What is the latest", "the latest on the strike"; not "what set off the latest round of violence". */
const RECENTLY =
  /\b(?:recent(?:ly)?|lately|these days|wh(?:at|o)(?:['’]?s| is| are| was| were) (?:the )?latest|latest (?:on|in|about|from|with|news|updates?|developments?))\b/i;
/** For these many days after an event there are still reports of it. */
const REPORTING_DAYS = 2;

/**
 * The days that a question is about.
 * @param asked the day on which it is asked; without it only dates that say their year are understood
 */
export function askedPeriod(question: string, asked: Day | null): AskedPeriod {
  const dates = resolveDates(question, asked).map(({ from, to }) => ({ from, to }));
  if (asked === null) return { said: dates, asked };
  const recent = RECENTLY.test(question) ? [{ from: addDays(asked, -RECENT_DAYS), to: asked }] : [];
  const lastWeek = { from: addDays(asked, -WEEK), to: asked };
  const isNow = ({ from, to }: Days): boolean => from <= asked && asked <= to;
  const said = dates.map((days) => (isNow(days) && lastWeek.from < days.from ? lastWeek : days));
  return { said: [...said, ...recent], asked };
}

const NOW_WORDS = /^(?:recent|recently|lately|latest|today|tonight|yesterday|now|currently|rn)$/;
const SPAN_OF_NOW = /^(?:week|weekend|month)$/;

/** "Recently", the "week" of "this week": a word that says when, and that an article of that time need not say. */
export function saysWhen(tokens: readonly Token[], at: number): boolean {
  const [before, word] = [tokens[at - 1]?.word ?? '', tokens[at]?.word ?? ''];
  if (word === 'right' && tokens[at + 1]?.word === 'now') return true;
  return NOW_WORDS.test(word) || (SPAN_OF_NOW.test(word) && /^(?:this|last|past)$/.test(before));
}

/**
 * How many days an article's day is off the nearest of some periods: 0 for an article of one of them or of the days right after;
 * null where there are no periods, or the article does not say its day.
 */
export function daysOff(periods: readonly Days[], published: string | null): number | null {
  const day = published === null ? null : dayOfTimestamp(published);
  if (day === null || periods.length === 0) return null;
  return Math.min(
    ...periods.map(({ from, to }) =>
      Math.max(0, daysBetween(day, from), daysBetween(addDays(to, REPORTING_DAYS), day)),
    ),
  );
}

/** Days from an article's day to the day of asking, negative for one that came later; null where one of them is not known. */
export function daysBefore(asked: Day | null, published: string | null): number | null {
  const day = published === null ? null : dayOfTimestamp(published);
  return day === null || asked === null ? null : daysBetween(day, asked);
}
