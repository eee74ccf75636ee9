import { UserError } from '../../user-error.js';
import type { Schedule } from './schedule.js';
import { readTimesOfDay, type TimeOfDay, timesInWords } from './time-words.js';
import { DAY_GROUPS, readWeekdays, WEEKDAYS } from './weekday-words.js';
import { zoneInWords } from './zone-names.js';
import { suggestZones, type ZoneChoice, zonesMeant } from './zones.js';

/** The days that autocomplete suggests. */
export const DAY_SUGGESTIONS = ['every day', 'weekdays', 'weekends', 'Monday', 'Mon, Wed, Fri'] as const;

/**
 * Reads a schedule as a person types it: "8:30", "berlin", "weekdays".
 * @param time one time of day, several, or "every 6 hours"
 * @throws UserError `time-unclear`, `hours-uneven`, `zone-unknown`, `zone-unclear`, `days-unclear`
 */
export function readSchedule(time: string, zone: string, days: string | null): Schedule {
  return { times: readTimes(time), zone: readZone(zone), days: readDays(days ?? 'every day') };
}

/** @throws UserError `time-unclear`, `hours-uneven` */
export function readTimes(typed: string): TimeOfDay[] {
  const times = readTimesOfDay(typed);
  if (times === 'uneven') {
    throw new UserError(
      'hours-uneven',
      `“${typed}” would fall on other times each day.`,
      'Write every 1, 2, 3, 4, 6, 8 or 12 hours, or the times themselves, such as 07:00, 12:00, 17:00.',
    );
  }
  if (times !== null) return times;
  throw new UserError(
    'time-unclear',
    `“${typed}” is no time of day.`,
    'Write it like 08:00 or 8:30 pm, several as 08:00, 18:00, or “every 6 hours”.',
  );
}

/** How many zones an error names at most: nobody reads a longer list. */
const CHOICES = 5;

/** @throws UserError `zone-unknown`, `zone-unclear` */
export function readZone(typed: string): string {
  const [first, ...others] = zonesMeant(typed);
  if (first === undefined) {
    const near = suggestZones(typed, CHOICES);
    throw new UserError(
      'zone-unknown',
      `“${typed}” is no time zone that I know.`,
      typed.trim() === '' || near.length === 0
        ? 'Pick one from the list, or write a city, or a name like Europe/Berlin.'
        : `Do you mean ${listed(near)}?`,
    );
  }
  if (others.length > 0) {
    const choices = [first, ...others].slice(0, CHOICES);
    throw new UserError(
      'zone-unclear',
      `“${typed}” may mean more than one time zone.`,
      `Write which: ${listed(choices)}${others.length < CHOICES ? '' : ', …'}`,
    );
  }
  return first.zone;
}

function listed(choices: readonly ZoneChoice[]): string {
  return choices.map(({ label }) => label).join(', ');
}

/** @throws UserError `days-unclear` */
export function readDays(typed: string): number[] {
  const days = readWeekdays(typed);
  if (days !== null) return days;
  throw new UserError(
    'days-unclear',
    `“${typed}” names no days.`,
    'Write "every day", "weekdays", "Mon-Fri", or names such as "Mon, Wed, Fri".',
  );
}

/** "08:00, weekdays (Europe/Berlin)". */
export function scheduleInWords({ times, zone, days }: Schedule): string {
  return `${timesInWords(times)}, ${daysInWords(days)} (${zoneInWords(zone)})`;
}

function daysInWords(days: readonly number[]): string {
  const same = (group: readonly number[]): boolean =>
    group.length === days.length && group.every((day) => days.includes(day));
  const group = Object.entries(DAY_GROUPS).find(([, each]) => same(each));
  return group?.[0] ?? days.map((day) => WEEKDAYS[day]).join(', ');
}
