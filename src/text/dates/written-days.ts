import { type Day, dayOf } from './calendar.js';
import { monthNamed } from './month-names.js';

/** How a source orders day and month in "5/1/2020"; null if nothing tells. */
export type DayOrder = 'day first' | 'month first' | null;

/** A day written out with its year, in a text. */
export interface WrittenDay {
  /** Null for a day that no calendar has. */
  readonly day: Day | null;
  /** Character offsets, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Which order its numbers show; null if they show none, or it has the name of its month. */
  readonly shows: DayOrder;
}

type Reading = Pick<WrittenDay, 'day' | 'shows'>;

const DAY = String.raw`(?<!\d|\d[.,:/])(?<day>\d{1,2})(?!\d)(?:\s?(?:st|nd|rd|th|er|ère|ème|\.?[ºª°])(?!\p{L}))?`;
/** No month has a longer name, and a word without end must not be read again from each of its letters. */
const NAME = String.raw`(?<month>\p{L}[\p{L}\p{M}]{2,30})\.?`;
const OF = String.raw`(?:\s*(?:de|del|di|of|d['’])\s*)?`;
const GAP = String.raw`[\s.,/-]{0,3}`;
const YEAR = String.raw`(?<year>(?:1[89]|20)\d{2})(?!\d)`;
/** "08 Jan 20", but not the hours of "08 Jan 20:15". */
const SHORT_YEAR = String.raw`['’]?(?<short>\d{2})(?![\d:hH.])`;
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z]{1,5}(?:[+-]\d{2}:?\d{2})?)?`;

const FORMS: readonly {
  readonly form: RegExp;
  readonly read: (groups: Groups, order: DayOrder) => Reading | null;
}[] = [
  // 5 January 2020, 5. Jan. 2020, le 1er janvier 2020, 5 de enero de 2020, 05-Jan-2020
  {
    form: new RegExp(
      `${DAY}${GAP}${OF}${NAME}${GAP}(?:\\s*(?:de|del|of|a)\\s+)?(?:${YEAR}|${SHORT_YEAR})`,
      'giu',
    ),
    read: named,
  },
  // January 5, 2020; Sunday,August 6,2017
  {
    form: new RegExp(`${NAME}${GAP}(?<day>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?${GAP}${YEAR}`, 'giu'),
    read: named,
  },
  // Mar 11 23:30:00 CET 2024
  { form: new RegExp(`${NAME}\\s+(?<day>\\d{1,2})\\s+${CLOCK}\\s+${YEAR}`, 'giu'), read: named },
  // 2020. január 5., 2020 Jan 5
  { form: new RegExp(`(?<!\\d)${YEAR}${GAP}${NAME}${GAP}(?<day>\\d{1,2})(?![\\d:])`, 'giu'), read: named },
  // 2020-01-05, 2020/1/5, 2020. 1. 5., 2020年1月5日
  {
    form: /(?<!\d)(?<year>(?:1[89]|20)\d{2})\s?[-/.年년]\s?(?<number>\d{1,2})\s?[-/.月월]\s?(?<day>\d{1,2})(?!\d)/gu,
    read: ({ year, number, day }) => reading(dayOf(Number(year), Number(number), Number(day)), null),
  },
  // 05.01.2020, 5/1/2020, 5-1-2020
  {
    form: /(?<![\d./-])(?<one>\d{1,2})\s?(?<mark>[./-])\s?(?<two>\d{1,2})\s?\k<mark>\s?(?:(?<year>(?:1[89]|20)\d{2})|(?<short>\d{2}))(?![\d]|[./-]\d)/gu,
    read: numbers,
  },
];

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Finds the days that are written out in a text, in the languages in which news comes.
 * @param order decides between the two readings of "5/1/2020"; without it, such a date is left out
 * @returns in the order of the text, without overlaps
 */
export function findWrittenDays(text: string, order: DayOrder = null): WrittenDay[] {
  const found: WrittenDay[] = [];
  const taken = new Set<number>();
  for (const { form, read } of FORMS) {
    for (const match of text.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const places = Array.from({ length: end - start }, (_, at) => start + at);
      if (places.some((place) => taken.has(place))) continue;
      const days = read(match.groups ?? {}, order);
      if (days === null) continue;
      found.push({ ...days, start, end });
      for (const place of places) taken.add(place);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function named({ day, month = '', year, short }: Groups): Reading | null {
  const number = monthNamed(month);
  return number === null ? null : reading(dayOf(yearOf(year, short), number, Number(day)), null);
}

function numbers({ one, two, mark, year, short }: Groups, order: DayOrder): Reading | null {
  // With a full stop, it is the day first, wherever that is written.
  const shows = mark === '.' || Number(one) > 12 ? 'day first' : Number(two) > 12 ? 'month first' : null;
  if (year === undefined && mark !== '.' && order === null) return null;
  const [day, month] = (shows ?? order) === 'month first' ? [two, one] : [one, two];
  if (shows === null && order === null && one !== two) return null;
  return reading(dayOf(yearOf(year, short), Number(month), Number(day)), mark === '.' ? null : shows);
}

function yearOf(year: string | undefined, short: string | undefined): number {
  if (year !== undefined) return Number(year);
  return Number(short) + (Number(short) < 70 ? 2000 : 1900);
}

function reading(day: Day | null, shows: DayOrder): Reading {
  return { day, shows };
}
