import { previousOccurrence } from '../digest/schedule/schedule.js';
import type { TimeOfDay } from '../digest/schedule/time-words.js';
import { wallClock } from '../digest/schedule/wall-clock.js';

/** How often a watch may speak up. */
export interface Pace {
  /** The most alerts a day; 0 for one summary a day alone. */
  readonly most: number;
  /** When nothing is sent, in the reader's zone; may run over midnight. */
  readonly quiet: QuietHours | null;
  /** IANA name. */
  readonly zone: string;
}

export interface QuietHours {
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

/** An article that waits to be told. Times are in milliseconds since 1970. */
export interface WaitingArticle {
  readonly article: string;
  readonly found: number;
  /** It says hardly more than the last alert: it is told in a summary. */
  readonly isMinor: boolean;
}

export interface NextMessage {
  readonly isSummary: boolean;
  /** Oldest first. */
  readonly articles: readonly string[];
}

/** When summaries go out, unless quiet hours end at another time. */
const SUMMARY: TimeOfDay = { hour: 8, minute: 0 };
const MIDNIGHT: TimeOfDay = { hour: 0, minute: 0 };
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/**
 * Decides what a watch sends now: an alert for one article, while the day has room for it; once a day a summary
 * of whatever could not be told; nothing in quiet hours.
 * @param waiting oldest first
 * @param alerted when its last alerts were sent, summaries apart
 * @returns null if nothing is to be sent now
 */
export function nextMessage(
  pace: Pace,
  waiting: readonly WaitingArticle[],
  alerted: readonly number[],
  now: number,
): NextMessage | null {
  if (waiting.length === 0 || isQuiet(pace, now)) return null;
  const summed = lastTime(pace.quiet?.until ?? SUMMARY, pace.zone, now);
  const held = waiting.filter(({ found }) => found < summed);
  if (held.length > 0) return { isSummary: true, articles: held.map(({ article }) => article) };
  const midnight = lastTime(MIDNIGHT, pace.zone, now);
  if (alerted.filter((time) => time >= midnight).length >= pace.most) return null;
  const next = waiting.find(({ isMinor }) => !isMinor);
  return next ? { isSummary: false, articles: [next.article] } : null;
}

function isQuiet({ quiet, zone }: Pace, now: number): boolean {
  if (quiet === null) return false;
  const [from, until] = [minutesOf(quiet.from), minutesOf(quiet.until)];
  const clock = wallClock(new Date(now), zone);
  const time = minutesOf({ hour: Number(clock.slice(11, 13)), minute: Number(clock.slice(14, 16)) });
  return from < until ? from <= time && time < until : from <= time || time < until;
}

/** The last moment, now at the latest, at which a clock of the zone showed a time. */
function lastTime(time: TimeOfDay, zone: string, now: number): number {
  return previousOccurrence({ times: [time], zone, days: EVERY_DAY }, new Date(now + 1)).getTime();
}

function minutesOf({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute;
}
