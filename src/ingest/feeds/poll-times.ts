import { writtenTimestamp } from '../../text/dates/written-timestamp.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The interval for a feed that does not specify one, in milliseconds. */
const USUAL = 30 * MINUTE;
const SHORTEST = 10 * MINUTE;
const LONGEST = DAY;
/** A server's `Retry-After` is not obeyed for longer than this. */
const LONGEST_RETRY_AFTER = 7 * DAY;
/** Each poll is delayed by up to this share, so that the feeds of one site are not all polled at once. */
const JITTER = 0.2;

/** When a feed does not want to be asked, in UTC. */
export interface SkippedTimes {
  /** From 0 to 23. */
  readonly hours: readonly number[];
  /** From 0 for Sunday to 6. */
  readonly days: readonly number[];
}

export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The interval that the feed and its server ask for, in milliseconds; null if they ask for none. */
  readonly interval: number | null;
  /** How often in a row it has failed, this time included. */
  readonly failures: number;
  /** What the server answered in `Retry-After`, in milliseconds from now. */
  readonly retryAfter: number | null;
  /** From 0 up to 1. */
  readonly random: number;
  readonly skip?: SkippedTimes | null;
}

/**
 * Computes when to poll a feed next, in milliseconds since 1970: never before the feed wants it, and ever
 * more rarely while it fails.
 */
export function nextPoll({ now, interval, failures, retryAfter, random, skip }: Circumstances): number {
  const usual = clamp(interval ?? USUAL, SHORTEST, LONGEST);
  const wait = Math.min(usual * 2 ** Math.min(failures, 20), LONGEST);
  const asked = Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER);
  return afterSkipped(Math.round(now + Math.max(wait, asked) * (1 + JITTER * random)), skip ?? null);
}

/** Moves a time out of the hours and days that are skipped; a feed that skips the whole week is not believed. */
function afterSkipped(time: number, skip: SkippedTimes | null): number {
  if (skip === null) return time;
  for (let later = time; later < time + 7 * DAY; later = Math.floor(later / HOUR + 1) * HOUR) {
    const date = new Date(later);
    if (!skip.hours.includes(date.getUTCHours()) && !skip.days.includes(date.getUTCDay())) return later;
  }
  return time;
}

/** Parses `Retry-After`, given as seconds or as a date, to milliseconds from now; null if there is none. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const wait = /^\s*\d+\s*$/.test(header)
    ? Number(header) * 1000
    : Date.parse(writtenTimestamp(header) ?? '') - now;
  return Number.isNaN(wait) || wait <= 0 ? null : wait;
}

/** Parses `max-age` of `Cache-Control` to milliseconds; null if there is none. */
export function maxAge(header: string | null): number | null {
  const [, seconds] = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(header ?? '') ?? [];
  return seconds === undefined || Number(seconds) === 0 ? null : Number(seconds) * 1000;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
