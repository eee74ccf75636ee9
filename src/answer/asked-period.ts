import { addDays, type Day, dayOfTimestamp, daysBetween } from '../text/dates/calendar.js';
import type { Days } from '../text/dates/date-forms.js';
import { resolveDates } from '../text/dates/dates.js';
import type { Token } from '../text/tokens.js';

/** What a question says, and leaves unsaid, about when it happened. */
export interface AskedPeriod {
  /** "This week", "in May 2021", "recently"; empty where it says nothing. */
  readonly said: readonly Days[];
  /** The days before it is asked, which it is about where it says nothing; null where that day is unknown. */
  readonly lately: Days | null;
}

/** On a Thursday people ask about "this week" and mean what they read since the last. */
const WEEK = 7;
const RECENT_DAYS = 14;
/** "What is the latest", "the latest on the strike"; "what set off the latest round of violence" may be asked of any day. */
const RECENTLY =
  /\b(?:recent(?:ly)?|lately|these days|wh(?:at|o)(?:['’]?s| is| are| was| were) (?:the )?latest|latest (?:on|in|about|from|with|news|updates?|developments?))\b/i;
/** So many days after an event there are still reports of it. */
const REPORTING_DAYS = 2;
/** An article so many days off a period is half as near to it as one of the period. */
const HALVING_DAYS = 7;

/**
 * The days that a question is about.
 * @param asked the day on which it is asked; without it only dates that say their year are understood
 */
export function askedPeriod(question: string, asked: Day | null): AskedPeriod {
  const dates = resolveDates(question, asked).map(({ from, to }) => ({ from, to }));
  if (asked === null) return { said: dates, lately: null };
  const recent = RECENTLY.test(question) ? [{ from: addDays(asked, -RECENT_DAYS), to: asked }] : [];
  const lately = { from: addDays(asked, -WEEK), to: asked };
  const isNow = ({ from, to }: Days): boolean => from <= asked && asked <= to;
  const said = dates.map((days) => (isNow(days) && lately.from < days.from ? lately : days));
  return { said: [...said, ...recent], lately };
}

const NOW_WORDS = /^(?:recent|recently|lately|latest|today|tonight|yesterday|now|currently)$/;
const SPAN_OF_NOW = /^(?:week|weekend|month)$/;

/** "Recently", the "week" of "this week": a word that says when, and that an article of that time need not say. */
export function saysWhen(tokens: readonly Token[], at: number): boolean {
  const [before, word] = [tokens[at - 1]?.word ?? '', tokens[at]?.word ?? ''];
  if (word === 'right' && tokens[at + 1]?.word === 'now') return true;
  return NOW_WORDS.test(word) || (SPAN_OF_NOW.test(word) && /^(?:this|last|past)$/.test(before));
}

/**
 * How near the day of an article is to some periods: 1 for an article of one of them, half as much a week off; 0 where there
 * are none, or the article does not say its day.
 */
export function nearness(periods: readonly Days[], published: string | null): number {
  const day = published === null ? null : dayOfTimestamp(published);
  if (day === null) return 0;
  return Math.max(0, ...periods.map((period) => 0.5 ** (daysOff(period, day) / HALVING_DAYS)));
}

function daysOff({ from, to }: Days, day: Day): number {
  return Math.max(0, daysBetween(day, from), daysBetween(addDays(to, REPORTING_DAYS), day));
}
