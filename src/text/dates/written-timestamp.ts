import { dayOf } from './calendar.js';
import { type DayOrder, findWrittenDays } from './written-days.js';
import { zoneOffset } from './zone-offsets.js';

/** A longer text is not a date, and not worth searching for one. */
const LONGEST = 100;

const ISO =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d+)?)?\s*(?:Z|([+-](?:[01]\d|2[0-3])):?([0-5]\d))$/i;
const DAY_ALONE = /^((?:19|20)\d{2})-(\d{2})-(\d{2})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
/** A time of day, half of the day, zone and offset: "11:30 pm EST", "10:00:00 GMT+0100", "10h30". */
const CLOCK =
  /(?<![\d:])(?<hour>\d{1,2})[:h](?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?(?!\d)\s*(?<half>[ap]\.?m\b\.?)?\s*\(?(?<zone>[A-Z]{1,5}\b)?\s*(?<offset>[+-]\d{1,2}:?\d{2}\b)?/i;

/** In minutes; no zone's offset is as large. */
const DAY = 24 * 60;

/**
 * Converts a date as sources write it (ISO 8601, RFC 822, "March 11, 2024", "11. März 2024") to ISO 8601: a day, or a
 * time with its offset if the source gives both. The day stays the one that the source counts. A time that does not
 * exist (24:00) or has no offset is dropped, and the day is kept. Returns null for what is not a date, for a day that
 * does not exist (30 February), and for one that may be either of two (5/1/2020).
 * @param order decides between the two days that "5/1/2020" may be
 * @example "Wed, 11 Mar 2020 18:30:00 +0100" gives "2020-03-11T18:30:00+01:00"
 */
export function writtenTimestamp(written: string, order: DayOrder = null): string | null {
  const text = written.trim();
  if (text.length > LONGEST) return null;
  return isoForm(text) ?? compactForm(text) ?? writtenForm(text, order);
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

function compactForm(text: string): string | null {
  const [, year, month, dayOfMonth] = DAY_ALONE.exec(text) ?? COMPACT.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(dayOfMonth));
}

function writtenForm(text: string, order: DayOrder): string | null {
  const [found] = findWrittenDays(text, order);
  if (!found?.day) return null;
  // "Mon Mar 11 23:30:00 CET 2024" holds its time, other dates have it beside them.
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end).replace(/^T/i, ' ')}`;
  const within = text.slice(found.start, found.end);
  const clock = clockOf(within) ?? clockOf(rest);
  return clock === null ? found.day : `${found.day}T${clock}`;
}

/** Returns a time of day with its offset, as ISO 8601; null if there is none, or no clock shows it. */
function clockOf(text: string): string | null {
  const { hour, minute, second = '0', half, zone, offset } = CLOCK.exec(text)?.groups ?? {};
  const minutes = offsetMinutes(zone, offset);
  if (hour === undefined || minutes === null || Math.abs(minutes) >= DAY) return null;
  const hours = hoursOf(Number(hour), half?.toLowerCase());
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return `${[hours, Number(minute), Number(second)].map(twoDigits).join(':')}${offsetText(minutes)}`;
}

/** "13:14 pm" is written by programs that know only the first of the two. */
function hoursOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}

/** Minutes east of Greenwich; a number counts more than the name beside it. */
function offsetMinutes(zone: string | undefined, offset: string | undefined): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})$/.exec(offset ?? '') ?? [];
  if (sign === undefined) return zone === undefined ? null : zoneOffset(zone);
  if (Number(minutes) > 59) return null;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const apart = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.trunc(apart / 60))}:${twoDigits(apart % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
