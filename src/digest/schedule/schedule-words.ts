import { UserError } from '../../user-error.js';
import type { Schedule } from './schedule.js';
import { zoneInWords } from './zone-names.js';
import { suggestZones, type ZoneChoice, zonesMeant } from './zones.js';

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  'every day': EVERY_DAY,
  everyday: EVERY_DAY,
  daily: EVERY_DAY,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [0, 6],
  weekend: [0, 6],
};

/** The days that autocomplete suggests. */
export const DAY_SUGGESTIONS = ['every day', 'weekdays', 'weekends', 'Monday', 'Mon, Wed, Fri'] as const;

/**
 * Reads a schedule as a person types it: "8:30", "berlin", "weekdays".
 * @throws UserError `time-unclear`, `zone-unknown`, `zone-unclear`, `days-unclear`
 */
export function readSchedule(time: string, zone: string, days: string | null): Schedule {
  return { ...readTime(time), zone: readZone(zone), days: readDays(days ?? 'every day') };
}

/** "8", "08:00", "8.30", "8:30 pm", "20h". */
function readTime(typed: string): { readonly hour: number; readonly minute: number } {
  const match = /^\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2})|h)?\s*(am|pm|a\.m\.|p\.m\.)?\s*$/i.exec(typed);
  const half = match?.[3]?.[0]?.toLowerCase();
  const written = Number(match?.[1]);
  const hour = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
  const minute = Number(match?.[2] ?? 0);
  if (!match || hour > 23 || minute > 59 || (half && (written < 1 || written > 12))) {
    throw new UserError('time-unclear', `“${typed}” is no time of day.`, 'Write it like 08:00 or 8:30 pm.');
  }
  return { hour, minute };
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

/** A group ("weekdays") or names of days, short or long ("Mon, Wed, Friday"). */
function readDays(typed: string): number[] {
  const group = GROUPS[typed.trim().toLowerCase()];
  if (group) return [...group];
  const names = typed
    .toLowerCase()
    .split(/[\s,;]+|\band\b/)
    .filter((name) => name !== '');
  const days = names.map((name) =>
    name.length < 2 ? -1 : DAY_NAMES.findIndex((day) => day.toLowerCase().startsWith(name.replace(/s$/, ''))),
  );
  if (days.length === 0 || days.includes(-1)) {
    throw new UserError(
      'days-unclear',
      `“${typed}” names no days.`,
      'Write "every day", "weekdays", or names such as "Mon, Wed, Fri".',
    );
  }
  return [...new Set(days)].sort((a, b) => a - b);
}

/** "08:00, weekdays (Europe/Berlin)". */
export function scheduleInWords({ hour, minute, zone, days }: Schedule): string {
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `${clock}, ${daysInWords(days)} (${zoneInWords(zone)})`;
}

function daysInWords(days: readonly number[]): string {
  const same = (group: readonly number[]): boolean =>
    group.length === days.length && group.every((day) => days.includes(day));
  const group = ['every day', 'weekdays', 'weekends'].find((name) => same(GROUPS[name] ?? []));
  return group ?? days.map((day) => DAY_NAMES[day]).join(', ');
}
