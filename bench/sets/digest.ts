import path from 'node:path';
import { z } from 'zod';
import { type Day, dayOfTimestamp } from '../../src/text/dates/calendar.js';
import { readJsonLines } from './json-lines.js';
import { patternWith } from './pattern.js';

/** A day of `news/` as an editor would have it. */
export interface DigestDay {
  readonly day: Day;
  /** The most important first. */
  readonly events: readonly DigestEvent[];
  /** Articles that do not belong in a digest: round-ups, columns, how-to, shopping, quizzes, features. */
  readonly notStories: ReadonlySet<string>;
}

export interface DigestEvent {
  readonly name: string;
  /** 1 is the day's main event. */
  readonly rank: number;
  /** All articles of the day about it. */
  readonly articles: readonly string[];
  /** The facts that a digest has to tell, what happened first. */
  readonly facts: readonly RegExp[];
  /** Articles whose title would be a fine headline. */
  readonly headlines: ReadonlySet<string>;
}

const ids = z.array(z.string());
const event = z
  .object({
    event: z.string(),
    rank: z.number().int().positive(),
    articles: ids.min(1),
    must: z.array(patternWith('i')).min(1),
    headline: ids,
  })
  .transform(({ event: name, rank, articles, must, headline }) => ({
    name,
    rank,
    articles,
    facts: must,
    headlines: new Set(headline),
  }));
const day = z
  .object({ day: z.string(), stories: z.array(event).min(1), not_stories: ids })
  .transform((row, context) => {
    const date = dayOfTimestamp(row.day);
    if (date === null) {
      context.addIssue({ code: 'custom', message: `${row.day} is no day` });
      return z.NEVER;
    }
    return {
      day: date,
      events: [...row.stories].sort((a, b) => a.rank - b.rank),
      notStories: new Set(row.not_stories),
    };
  });

/** Reads `gold.jsonl`, a day a line. */
export function readDigestDays(folder: string): DigestDay[] {
  return readJsonLines(path.join(folder, 'gold.jsonl'), day);
}
