/** A time of day. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

const NAMED: Readonly<Record<string, TimeOfDay>> = {
  noon: { hour: 12, minute: 0 },
  midday: { hour: 12, minute: 0 },
  midnight: { hour: 0, minute: 0 },
};

/** "8", "08:00", "8.30", "0830", "8 o'clock", "20h", "20h30", "16 uhr", with or without "am", "in the evening". */
const CLOCK =
  /^(?:(?<hour>\d{1,2})(?:\s*[:.h]\s*(?<minute>\d{2})(?::\d{2})?|\s*(?:h|hrs?|hours?|uhr|o['’]?clock))?|(?<digits>\d{3,4})\s*(?:h|hrs?|hours?)?)\s*(?:(?<half>[ap])\.?m\.?|(?:in the |at )(?<part>morning|afternoon|evening|night))?$/i;

/** Reads a time of day as a person types it; null for anything else. */
export function readTimeOfDay(typed: string): TimeOfDay | null {
  const words = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:at|around)\s+/, '');
  if (Object.hasOwn(NAMED, words)) return NAMED[words] ?? null;
  const found = CLOCK.exec(words)?.groups;
  if (!found) return null;
  const { digits } = found;
  const written = Number(digits === undefined ? found.hour : digits.slice(0, -2));
  const minute = Number((digits === undefined ? found.minute : digits.slice(-2)) ?? 0);
  const hour = hourOfDay(written, found.half ?? halfOf(written, found.part));
  return hour === null || minute > 59 ? null : { hour, minute };
}

/** Which half of the day is meant by its part: "8 in the evening". */
function halfOf(hour: number, part: string | undefined): string | undefined {
  if (part === undefined || hour > 12) return undefined;
  if (part === 'morning') return 'a';
  return part === 'night' && (hour < 6 || hour === 12) ? 'a' : 'p';
}

function hourOfDay(written: number, half: string | undefined): number | null {
  if (half === undefined) return written < 24 ? written : null;
  return written >= 1 && written <= 12 ? (written % 12) + (half === 'p' ? 12 : 0) : null;
}
