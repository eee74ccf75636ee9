export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Groups as they are written in a schedule, and as people write them otherwise. */
export const DAY_GROUPS = { 'every day': EVERY_DAY, weekdays: WORKING_DAYS, weekends: [0, 6] } as const;

/** "Every day but Sunday", "daily, not on weekends". */
const EXCEPT =
  /(?:,\s*|(?<!\s)\s+)?\b(?:except(?: for| on)?|excluding|apart from|other than|without|but(?: not)?(?: on)?|not)\s+/i;

const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:every ?day|each day|daily|all(?: days)?|(?:7|seven) days a week)$/, EVERY_DAY],
  [/^(?:week ?days?|work(?:ing)? ?days?|business days?)$/, WORKING_DAYS],
  [/^week ?ends?$/, DAY_GROUPS.weekends],
];

/**
 * Reads days of the week as a person types them: a group ("weekdays"), names ("Mon, Wed & Fri"), a span ("mon-fri",
 * "Friday to Monday"), each with "every" or "on" before it, and those that are left out ("every day except Sunday").
 * @returns 0 for Sunday to 6 for Saturday, in order; null for anything else
 */
export function readWeekdays(typed: string): number[] | null {
  const [named = '', out, ...more] = typed.split(EXCEPT);
  if (out === undefined) return readDays(named);
  // "Except Sunday" is short for every day except Sunday.
  const days = named.trim() === '' ? EVERY_DAY : readDays(named);
  const except = readDays(out);
  if (days === null || except === null || more.length > 0) return null;
  const left = days.filter((day) => !except.includes(day));
  return left.length === 0 ? null : left;
}

function readDays(typed: string): number[] | null {
  const words = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?:(?<!\s)\s+)?(?:[-–—]|\b(?:to|through|thru|till|until)\b)\s*/g, '-');
  const parts = words
    .split(/[,;/&+]|\band\b| (?!days?\b|a week\b)/)
    .map((part) => part.trim())
    .filter((part) => !/^(?:|on|every|each)$/.test(part));
  const whole = readPart(words);
  const days = whole === null ? parts.map(readPart) : [whole];
  if (days.length === 0 || days.includes(null)) return null;
  return [...new Set(days.flatMap((each) => each ?? []))].sort((a, b) => a - b);
}

function readPart(part: string): readonly number[] | null {
  const name = part.replace(/^(?:on|every|each) (?!day)/, '');
  const group = GROUPS.find(([pattern]) => pattern.test(name));
  if (group) return group[1];
  const [first, last, more] = name.split('-').map(weekdayNamed);
  if (first === undefined || first === null || more !== undefined || last === null) return null;
  return last === undefined ? [first] : span(first, last);
}

/** "Mon", "tues", "Fridays", "th". */
function weekdayNamed(name: string): number | null {
  const short = name.replace(/\.$/, '').replace(/(?<=day)s$/, '');
  if (short.length < 2) return null;
  const at = WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(short));
  return at < 0 ? null : at;
}

/** From one day to another, over the end of the week where the second comes before the first. */
function span(first: number, last: number): number[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, at) => (first + at) % 7);
}
