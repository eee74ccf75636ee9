import { Cron } from 'croner';

/** When a guild's digest is due. */
export interface Schedule {
  readonly hour: number;
  readonly minute: number;
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
  /** Days of the week, 0 for Sunday to 6 for Saturday; never empty. */
  readonly days: readonly number[];
}

/** How late a digest may go out, in milliseconds. One that is later is not sent. */
export const LATEST = 6 * 60 * 60 * 1000;

/**
 * Returns the next time the digest is due, strictly after `after`. It is due once a day, whatever the clocks
 * do: a time that summer time skips is due when it would have been, and a time that occurs twice is due the
 * first time.
 */
export function nextOccurrence(schedule: Schedule, after: Date): Date {
  const next = cron(schedule).nextRun(after);
  if (next === null)
    throw new Error(`A schedule without an end has no next time: ${JSON.stringify(schedule)}`);
  return next;
}

/** Returns the times it was due in `(after, until]`, newest first, at most `limit`. */
export function occurrencesBetween(schedule: Schedule, after: Date, until: Date, limit: number): Date[] {
  // The search is for times before a moment; a time at the very moment counts too.
  const before = new Date(until.getTime() + 1);
  return cron(schedule)
    .previousRuns(limit, before)
    .filter((occurrence) => occurrence > after);
}

/** Returns the last time it was due before `moment`. The period of a digest at that moment begins there. */
export function previousOccurrence(schedule: Schedule, moment: Date): Date {
  const [previous] = cron(schedule).previousRuns(1, moment);
  if (!previous)
    throw new Error(`A schedule without a beginning has no time before: ${JSON.stringify(schedule)}`);
  return previous;
}

function cron({ hour, minute, zone, days }: Schedule): Cron {
  return new Cron(`0 ${minute} ${hour} * * ${days.join(',')}`, { timezone: zone });
}
