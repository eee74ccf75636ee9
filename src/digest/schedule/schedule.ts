import { Cron } from 'croner';
import type { TimeOfDay } from './time-words.js';

/** When a digest is due. */
export interface Schedule {
  /** In the order of the day, without repetition; never empty. */
  readonly times: readonly TimeOfDay[];
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
  /** Days of the week, 0 for Sunday to 6 for Saturday; never empty. */
  readonly days: readonly number[];
}

/** How late a digest may go out, in milliseconds. One that is later is not sent. */
export const LATEST = 6 * 60 * 60 * 1000;

/**
 * Returns the next time the digest is due, strictly after `after`. It is due once at each of its times, whatever
 * the clocks do: a time that summer time skips is due when it would have been, and a time that occurs twice is
 * due the first time.
 */
export function nextOccurrence(schedule: Schedule, after: Date): Date {
  const next = crons(schedule).flatMap((cron) => cron.nextRun(after) ?? []);
  const [first] = inOrder(next);
  if (!first) throw new Error(`A schedule without an end has no next time: ${JSON.stringify(schedule)}`);
  return first;
}

/** Returns the times it was due in `(after, until]`, newest first, at most `limit`. */
export function occurrencesBetween(schedule: Schedule, after: Date, until: Date, limit: number): Date[] {
  // Nearly always there is none, and looking ahead by one costs far less than looking back by several.
  if (nextOccurrence(schedule, after) > until) return [];
  // The search is for times before a moment; a time at the very moment counts too.
  const before = new Date(until.getTime() + 1);
  const due = crons(schedule).flatMap((cron) => cron.previousRuns(limit, before));
  return inOrder(due)
    .reverse()
    .filter((occurrence) => occurrence > after)
    .slice(0, limit);
}

/** Returns the last time it was due before `moment`. The period of a digest at that moment begins there. */
export function previousOccurrence(schedule: Schedule, moment: Date): Date {
  const previous = inOrder(crons(schedule).flatMap((cron) => cron.previousRuns(1, moment))).at(-1);
  if (!previous)
    throw new Error(`A schedule without a beginning has no time before: ${JSON.stringify(schedule)}`);
  return previous;
}

/** One for each minute of the hour: a pattern pairs all its minutes with all its hours. */
function crons({ times, zone, days }: Schedule): Cron[] {
  const hours = new Map<number, number[]>();
  for (const { hour, minute } of times) hours.set(minute, [...(hours.get(minute) ?? []), hour]);
  return Array.from(
    hours,
    ([minute, each]) => new Cron(`0 ${minute} ${each.join(',')} * * ${days.join(',')}`, { timezone: zone }),
  );
}

/** Earliest first, each moment once: two times of day can be one moment where the clocks are put forward. */
function inOrder(moments: readonly Date[]): Date[] {
  return [...new Set(moments.map((moment) => moment.getTime()))]
    .sort((a, b) => a - b)
    .map((moment) => new Date(moment));
}
