import { UserError } from '../../user-error.js';
import type { Schedule } from './schedule.js';
import { readTimeOfDay, type TimeOfDay } from './time-words.js';
import { DAY_GROUPS, readWeekdays, WEEKDAYS } from './weekday-words.js';
import { zoneInWords } from './zone-names.js';
import { suggestZones, type ZoneChoice, zonesMeant } from './zones.js';

/** The days that autocomplete suggests. */
export const DAY_SUGGESTIONS = ['every day', 'weekdays', 'weekends', 'Monday', 'Mon, Wed, Fri'] as const;

/**
 * Reads a schedule as a person types it: "8:30", "berlin", "weekdays".
 * @throws UserError `time-unclear`, `zone-unknown`, `zone-unclear`, `days-unclear`
 */
export function readSchedule(time: string, zone: string, days: string | null): Schedule {
  return { ...readTime(time), zone: readZone(zone), days: readDays(days ?? 'every day') };
}

function readTime(typed: string): TimeOfDay {
  const time = readTimeOfDay(typed);
  if (time !== null) return time;
  throw new UserError('time-unclear', `“${typed}” is no time of day.`, 'Write it like 08:00 or 8:30 pm.');
}

/** How many zones an error names at most: nobody reads a longer list. */
const CHOICES = 5;

function readZone(typed: string): string {
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

function readDays(typed: string): number[] {
  const days = readWeekdays(typed);
  if (days !== null) return days;
  throw new UserError(
    'days-unclear',
    `“${typed}” names no days.`,
    'Write "every day", "weekdays", "Mon-Fri", or names such as "Mon, Wed, Fri".',
  );
}

/** "08:00, weekdays (Europe/Berlin)". */
export function scheduleInWords({ hour, minute, zone, days }: Schedule): string {
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `${clock}, ${daysInWords(days)} (${zoneInWords(zone)})`;
}

function daysInWords(days: readonly number[]): string {
  const same = (group: readonly number[]): boolean =>
    group.length === days.length && group.every((day) => days.includes(day));
  const group = Object.entries(DAY_GROUPS).find(([, each]) => same(each));
  return group?.[0] ?? days.map((day) => WEEKDAYS[day]).join(', ');
}
