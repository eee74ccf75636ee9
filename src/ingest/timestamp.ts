import { writtenTimestamp } from '../text/dates/written-timestamp.js';

/**
 * How far in the future a date may be, in milliseconds: clocks differ and zones are mistaken. Later ones are
 * wrong.
 */
const FUTURE = 24 * 60 * 60 * 1000;

/**
 * Converts a date as sources write it, see `writtenTimestamp`, to an ISO 8601 date or timestamp. Null if it
 * is not a date, or still to come.
 */
export function isoTimestamp(written: string, now: Date): string | null {
  const timestamp = writtenTimestamp(written);
  return timestamp === null || Date.parse(timestamp) > now.getTime() + FUTURE ? null : timestamp;
}
