import { en } from 'chrono-node';
import { dayOf } from './calendar.js';

/** A longer text is not a date, and not worth searching for one. */
const LONGEST = 100;

const ISO =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d+)?)?\s*(?:Z|([+-](?:[01]\d|2[0-3])):?([0-5]\d))$/i;
/** In minutes; no zone's offset is as large. */
const DAY = 24 * 60;

/** A time of day and everything after it. */
const CLOCK = /[T\s,]*\d{1,2}:\d{2}.*$/i;
/** The only zone of a single letter that sources write. */
const ZULU = /(?<=\d)\s*Z$/i;

/**
 * Converts a date as sources write it (ISO 8601, RFC 822, "March 11, 2024") to ISO 8601: a day, or a time
 * with its offset if the source gives both. The day stays the one that the source counts. A time that does
 * not exist (24:00) or has no offset is dropped, and the day is kept. Returns null for what is not a date,
 * and for a day that does not exist (30 February).
 * @example "Wed, 11 Mar 2020 18:30:00 +0100" gives "2020-03-11T18:30:00+01:00"
 */
export function writtenTimestamp(written: string): string | null {
  const text = written.trim();
  if (text.length > LONGEST) return null;
  return isoForm(text) ?? parsed(text) ?? parsed(text.replace(CLOCK, ''));
}

function isoForm(text: string): string | null {
  const [, date = '', hour, minute, second = '00', fraction = '', offsetHour, offsetMinute] =
    ISO.exec(text) ?? [];
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  const day = dayOf(year ?? 0, month ?? 0, dayOfMonth ?? 0);
  if (day === null) return null;
  const offset = offsetHour === undefined ? 'Z' : `${offsetHour}:${offsetMinute}`;
  return `${day}T${hour}:${minute}:${second}${fraction}${offset}`;
}

/** Parses strictly, which rejects days that do not exist; `Date.parse` turns 31 September into 1 October. */
function parsed(text: string): string | null {
  const [result] = en.strict.parse(text.replace(ZULU, ' UTC'), {
    instant: new Date('2000-01-01T12:00:00Z'),
    timezone: 0,
  });
  if (result === undefined) return null;
  const { start } = result;
  if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) return null;
  const day = dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
  const offset = start.get('timezoneOffset') ?? null;
  if (day === null || !start.isCertain('hour') || offset === null || Math.abs(offset) >= DAY) return day;
  const clock = (['hour', 'minute', 'second'] as const).map((part) => twoDigits(start.get(part) ?? 0));
  return `${day}T${clock.join(':')}${offsetOf(offset)}`;
}

/** @param minutes east of Greenwich */
function offsetOf(minutes: number): string {
  if (minutes === 0) return 'Z';
  const apart = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.trunc(apart / 60))}:${twoDigits(apart % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
