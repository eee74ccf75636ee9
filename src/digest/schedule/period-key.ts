import { type Day, dayOfTimestamp } from '../../text/dates/calendar.js';
import { type Period, periodBetween, periodOfDays } from './period.js';

/**
 * Returns a period of days as a short text. It goes into the database, and into buttons that must work after
 * a restart.
 */
export function keyOfDays(from: Day, to: Day): string {
  return ['days', from, to].join(',');
}

export function keyOfSpan(from: Date, to: Date, zone: string): string {
  return ['span', from.getTime().toString(36), to.getTime().toString(36), zone].join(',');
}

/** Reads a period's key. Returns null for a text that is not one. */
export function periodOfKey(key: string): Period | null {
  const [kind, from = '', to = '', zone = ''] = key.split(',');
  if (kind === 'days') return dayOfTimestamp(from) && dayOfTimestamp(to) ? periodOfDays(from, to) : null;
  const [start, end] = [Number.parseInt(from, 36), Number.parseInt(to, 36)];
  if (kind !== 'span' || Number.isNaN(start + end)) return null;
  try {
    return periodBetween(new Date(start), new Date(end), zone);
  } catch {
    // The zone is unknown, or the time is in no calendar.
    return null;
  }
}
