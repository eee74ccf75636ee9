import { writtenTimestamp } from '../text/dates/written-timestamp.js';

/** Clocks differ and zones are mistaken; what claims to come from later than this is wrong, in milliseconds. */
const FUTURE = 24 * 60 * 60 * 1000;

/**
 * A date as sources write it, see `writtenTimestamp`, as an ISO 8601 date or timestamp. Null for what is no date, or one
 * still to come.
 */
export function isoTimestamp(written: string, now: Date): string | null {
  const timestamp = writtenTimestamp(written);
  return timestamp === null || Date.parse(timestamp) > now.getTime() + FUTURE ? null : timestamp;
}
