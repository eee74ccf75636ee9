const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How often a feed is asked that says nothing of it. */
const USUAL = 30 * MINUTE;
const SHORTEST = 10 * MINUTE;
const LONGEST = DAY;
/** No server is obeyed for longer. */
const LONGEST_RETRY_AFTER = 7 * DAY;
/** So that feeds of one site are not all asked at once: up to this share later than need be. */
const JITTER = 0.2;

export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the feed and its server wish, in milliseconds; null where they wish nothing. */
  readonly interval: number | null;
  /** How often in a row it has failed, this time included. */
  readonly failures: number;
  /** What the server answered in `Retry-After`, in milliseconds from now. */
  readonly retryAfter: number | null;
  /** From 0 up to 1. */
  readonly random: number;
}

/** When a feed is asked next, in milliseconds since 1970: never before it wishes, and ever more rarely while it fails. */
export function nextPoll({ now, interval, failures, retryAfter, random }: Circumstances): number {
  const usual = clamp(interval ?? USUAL, SHORTEST, LONGEST);
  const wait = Math.min(usual * 2 ** Math.min(failures, 20), LONGEST);
  const asked = Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER);
  return Math.round(now + Math.max(wait, asked) * (1 + JITTER * random));
}

/** `Retry-After`, as seconds or as a date, in milliseconds from now; null where there is none. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) || wait <= 0 ? null : wait;
}

/** `max-age` of `Cache-Control`, in milliseconds; null where there is none. */
export function maxAge(header: string | null): number | null {
  const [, seconds] = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(header ?? '') ?? [];
  return seconds === undefined || Number(seconds) === 0 ? null : Number(seconds) * 1000;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
