import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Day, dayOfTimestamp } from '../../src/text/dates/calendar.js';
import { readJsonLines } from './json-lines.js';

/** A day of `news/` whose articles were sorted by hand. */
export interface SortedDay {
  readonly day: Day;
  /** The articles of each event, the most important event first. Articles that are in no list are neutral. */
  readonly stories: readonly (readonly string[])[];
  /** Articles that do not belong in a digest. */
  readonly notStories: ReadonlySet<string>;
}

const FILE = fileURLToPath(new URL('../questions/digest-days.jsonl', import.meta.url));

const ids = z.array(z.string());
const day = z
  .object({ day: z.string(), stories: z.array(ids.min(1)).min(1), not_stories: ids })
  .transform((row, context) => {
    const date = dayOfTimestamp(row.day);
    if (date === null) {
      context.addIssue({ code: 'custom', message: `${row.day} is no day` });
      return z.NEVER;
    }
    return { day: date, stories: row.stories, notStories: new Set(row.not_stories) };
  });

/** Reads the days that come with the project. */
export function readSortedDays(): SortedDay[] {
  return readJsonLines(FILE, day);
}
