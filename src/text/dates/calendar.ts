/** A calendar day such as `2020-01-05`. Such dates can be compared as strings. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/**
 * Makes a day from a year, a month (1–12) and a day of the month; null if it does not exist (30 February).
 */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1000 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** Returns the day of an ISO 8601 date or time, in the time's own offset; null if it is neither. */
export function dayOfTimestamp(timestamp: string): Day | null {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(timestamp) ?? [];
  if (!year || !month || !dayOfMonth) return null;
  const isInAnyMonth =
    year >= '1000' && month >= '01' && month <= '12' && dayOfMonth >= '01' && dayOfMonth <= '28';
  return isInAnyMonth ? timestamp.slice(0, 10) : dayOf(Number(year), Number(month), Number(dayOfMonth));
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Returns the number of days from one day to another; negative if the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Returns the first and last day of a month (1–12). */
export function monthSpan(year: number, month: number): { from: Day; to: Day } | null {
  const from = dayOf(year, month, 1);
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return from && next ? { from, to: addDays(next, -1) } : null;
}

/** Returns the first and last day of a run of years. */
export function yearSpan(first: number, last = first): { from: Day; to: Day } | null {
  const from = dayOf(first, 1, 1);
  const to = dayOf(last, 12, 31);
  return from && to && from <= to ? { from, to } : null;
}

/** Returns Monday and Sunday of the week of a day. */
export function weekSpan(day: Day): { from: Day; to: Day } {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { from, to: addDays(from, 6) };
}
