import type { Day } from '../digest/schedule/days.js';

/** The day by the clock of this machine. */
export function today(): Day {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
