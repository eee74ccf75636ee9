import { readTimeOfDay, type TimeOfDay } from '../digest/schedule/time-words.js';
import type { QuietHours } from './pace.js';

/** Reads quiet hours as a person types them ("22-7", "10 pm to 6:45"); null for anything else. */
export function readQuietHours(typed: string): QuietHours | null {
  const [from, until, ...more] = typed
    .replace(/^\s*from\b/i, '')
    .split(/(?:(?<!\s)\s+)?(?:[-–—]|\b(?:to|until|till)\b)\s*/i)
    .map(readTimeOfDay);
  if (!from || !until || more.length > 0 || inWords(from) === inWords(until)) return null;
  return { from, until };
}

/** "22:00 to 07:00". */
export function quietInWords({ from, until }: QuietHours): string {
  return `${inWords(from)} to ${inWords(until)}`;
}

function inWords({ hour, minute }: TimeOfDay): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
