const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The interval for a feed that does not specify one, in milliseconds. */
const USUAL = 30 * MINUTE;
const SHORTEST = 10 * MINUTE;
const LONGEST = DAY;
/** A server's `Retry-After` is not obeyed for longer than this. */
const LONGEST_RETRY_AFTER = 7 * DAY;
/** Each poll is delayed by up to this share, so that the feeds of one site are not all polled at once. */
const JITTER = 0.2;

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
}

/**
 * Computes when to poll a feed next, in milliseconds since 1970: never before the feed wants it, and ever
 * more rarely while it fails.
 */
export function nextPoll({ now, interval, failures, retryAfter, random }: Circumstances): number {
  const usual = clamp(interval ?? USUAL, SHORTEST, LONGEST);
  const wait = Math.min(usual * 2 ** Math.min(failures, 20), LONGEST);
  const asked = Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER);
  return Math.round(now + Math.max(wait, asked) * (1 + JITTER * random));
}

/** Parses `Retry-After`, given as seconds or as a date, to milliseconds from now; null if there is none. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
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
