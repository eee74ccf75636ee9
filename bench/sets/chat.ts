import { z } from 'zod';
import { type Day, dayOfTimestamp } from '../../src/text/dates/calendar.js';
import { readJsonLines } from './json-lines.js';
import { patternWith } from './pattern.js';

/** A line of a channel in which the bot may answer without being asked. */
export interface ChatLine {
  readonly id: string;
  /** What members ask each other, what they only say, and what they ask about the news. */
  readonly group: 'others' | 'chatter' | 'news';
  readonly text: string;
  /** Of a question about the news: the archive that answers it, and the day on which it is asked. */
  readonly archive: string | null;
  readonly asked: Day | null;
  /** A right quote matches one of these. */
  readonly quote: readonly RegExp[];
}

const line = z
  .object({
    id: z.string(),
    group: z.enum(['others', 'chatter', 'news']),
    text: z.string(),
    archive: z.string().optional(),
    asked: z.string().optional(),
    quote: z.array(patternWith('i')).default([]),
  })
  .transform(({ archive = null, asked, ...rest }) => ({
    ...rest,
    archive,
    asked: dayOfTimestamp(asked ?? ''),
  }));

export function readChat(file: string): ChatLine[] {
  return readJsonLines(file, line);
}
