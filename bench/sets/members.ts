import { z } from 'zod';
import { type Day, dayOfTimestamp } from '../../src/text/dates/calendar.js';
import { readJsonLines } from './json-lines.js';
import { patternWith } from './pattern.js';

/** A question as a member of a Discord server types it, asked over the articles of the news set. */
export interface MembersQuestion {
  readonly id: string;
  /** What kind of question it is: fact, figure, keywords, near (looks answerable, is not) … */
  readonly group: string;
  readonly asked: Day | null;
  readonly question: string;
  /** The question before it, for a follow-up. */
  readonly previous: string | null;
  readonly answerable: boolean;
  /** A right quote matches one of these. */
  readonly quote: readonly RegExp[];
  /** A right value matches one of these; empty where no short answer is wanted. */
  readonly value: readonly RegExp[];
  /** Where the answer stands. */
  readonly articles: readonly string[];
}

const pattern = patternWith('i');
const question = z
  .object({
    id: z.string(),
    group: z.string(),
    asked: z.string(),
    question: z.string(),
    previous: z.string().nullish(),
    answerable: z.boolean(),
    quote: z.array(pattern),
    value: z.array(pattern),
    articles: z.array(z.string()),
  })
  .transform(({ asked, previous, ...rest }) => ({
    ...rest,
    asked: dayOfTimestamp(asked),
    previous: previous ?? null,
  }));

export function readMembers(file: string): MembersQuestion[] {
  return readJsonLines(file, question);
}
