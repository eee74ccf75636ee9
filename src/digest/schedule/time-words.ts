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

/** "Half past 8", "half 8", "quarter to nine", "20 past 7 in the evening". */
const SPOKEN =
  /^(?:(?:(?:a )?(?<part>half|quarter)|(?<minutes>\d{1,2}|five|ten|twenty)(?: minutes)?) (?<side>past|after|to|before) (?<hour>.+)|half (?<next>.+))$/;
const MINUTES: Readonly<Record<string, number>> = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 };
const HOUR_NAMES: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((name, at) => [name, at + 1]),
);
const MINUTES_OF_DAY = 24 * 60;

/** Reads a time of day as a person types it; null for anything else. */
export function readTimeOfDay(typed: string): TimeOfDay | null {
  const words = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:at|around)\s+/, '');
  if (Object.hasOwn(NAMED, words)) return NAMED[words] ?? null;
  const spoken = SPOKEN.exec(words)?.groups;
  if (spoken) return spokenTime(spoken);
  const found = CLOCK.exec(words.replace(/^[a-z]+/, (word) => String(HOUR_NAMES.get(word) ?? word)))?.groups;
  if (!found) return null;
  const { digits } = found;
  const written = Number(digits === undefined ? found.hour : digits.slice(0, -2));
  const minute = Number((digits === undefined ? found.minute : digits.slice(-2)) ?? 0);
  const hour = hourOfDay(written, found.half ?? halfOf(written, found.part));
  return hour === null || minute > 59 ? null : { hour, minute };
}

/** A part of an hour before or after a whole one. "Half 8" is half past, as the British say it. */
function spokenTime({
  part = 'half',
  minutes,
  side = 'past',
  next = '',
  hour = next,
}: Record<string, string | undefined>): TimeOfDay | null {
  const whole = readTimeOfDay(hour);
  const count = minutes === undefined ? MINUTES[part] : (MINUTES[minutes] ?? Number(minutes));
  const isBefore = side === 'to' || side === 'before';
  if (whole === null || whole.minute !== 0 || count === undefined || count > 59) return null;
  if (isBefore && count === MINUTES.half) return null;
  const at = (whole.hour * 60 + (isBefore ? -count : count) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return { hour: Math.floor(at / 60), minute: at % 60 };
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

/** Several times are separated by these; "8 and 20", "8:00, 18:00". */
const SEPARATOR = /(?:(?<!\s)\s+)?(?:[,;/&+]|\band\b)\s*/;
const HOURLY =
  /^(?:hourly|(?:every|each) (?:(?<count>\d{1,2}|two|three|four|six|eight|twelve|other) )?hours?)(?:,? (?:from|starting(?: at| from)?|beginning(?: at)?|at) (?<start>.+))?$/;
const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  other: 2,
  three: 3,
  four: 4,
  six: 6,
  eight: 8,
  twelve: 12,
};
const HOURS = 24;

/**
 * Reads the times of a day as a person types them: "8:00", "8 am and 6 pm", "every 6 hours", "every 6 hours from 7:30".
 * @returns in the order of the day, each once; `uneven` for a number of hours that does not divide a day; null for
 *   anything else
 */
export function readTimesOfDay(typed: string): TimeOfDay[] | 'uneven' | null {
  const words = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const hourly = HOURLY.exec(words)?.groups;
  if (hourly) {
    const { count = '1', start } = hourly;
    const step = COUNTS[count] ?? Number(count);
    const first = start === undefined ? { hour: 0, minute: 0 } : readTimeOfDay(start);
    if (first === null) return null;
    if (step === 0 || HOURS % step !== 0) return 'uneven';
    const times = Array.from({ length: HOURS / step }, (_, at) => ({
      hour: (first.hour + at * step) % HOURS,
      minute: first.minute,
    }));
    return inOrder(times);
  }
  const times = words.split(SEPARATOR).map(readTimeOfDay);
  const known = times.filter((time) => time !== null);
  return known.length < times.length ? null : inOrder(known);
}

function inOrder(times: readonly TimeOfDay[]): TimeOfDay[] {
  const byMinute = new Map(times.map((time) => [minuteOfDay(time), time]));
  return [...byMinute.values()].sort((a, b) => minuteOfDay(a) - minuteOfDay(b));
}

function minuteOfDay({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute;
}

/** "08:00 and 18:00", "every 6 hours from 01:30". */
export function timesInWords(times: readonly TimeOfDay[]): string {
  const [first, second] = times;
  const step = HOURS / times.length;
  const isEven = times.every(
    ({ hour, minute }, at) => minute === first?.minute && hour === (first?.hour ?? 0) + at * step,
  );
  if (first && second && times.length > 2 && isEven)
    return `every ${step === 1 ? 'hour' : `${step} hours`} from ${clock(first)}`;
  const [last, ...others] = times.map(clock).reverse();
  return others.length === 0 ? (last ?? '') : `${others.reverse().join(', ')} and ${last}`;
}

function clock({ hour, minute }: TimeOfDay): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
