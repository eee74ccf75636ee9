import { type Day, dayOfTimestamp } from '../../text/dates/calendar.js';
import { type Period, periodBetween, periodOfDays } from './period.js';

/** A period as a short text: for the database, and for a button that has to work after a restart. */
export function keyOfDays(from: Day, to: Day): string {
  return ['days', from, to].join(',');
}

export function keyOfSpan(from: Date, to: Date, zone: string): string {
  return ['span', from.getTime().toString(36), to.getTime().toString(36), zone].join(',');
}

/** Null for a text that is no period. */
export function periodOfKey(key: string): Period | null {
  const [kind, from = '', to = '', zone = ''] = key.split(',');
  if (kind === 'days') return dayOfTimestamp(from) && dayOfTimestamp(to) ? periodOfDays(from, to) : null;
  const [start, end] = [Number.parseInt(from, 36), Number.parseInt(to, 36)];
  if (kind !== 'span' || Number.isNaN(start + end)) return null;
  try {
    return periodBetween(new Date(start), new Date(end), zone);
  } catch {
    // An unknown zone, or a time that no calendar has.
    return null;
  }
}
