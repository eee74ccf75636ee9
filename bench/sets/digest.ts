import path from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** A topic of a digest, and which articles of some weeks are about it. */
export interface DigestTopic {
  readonly topic: string;
  /** Whether the cut was chosen by it, or it is kept for reporting. */
  readonly half: 'choose' | 'report';
  readonly articles: ReadonlySet<string>;
}

/** The first days of the weeks of `news/` whose articles were judged, Monday to Sunday, ISO 8601. */
export const TOPIC_WEEKS = ['2022-01-17', '2022-03-14', '2022-05-02', '2022-06-20', '2022-08-08'] as const;

const topic = z
  .object({ topic: z.string(), half: z.enum(['choose', 'report']), articles: z.array(z.string()) })
  .transform((row): DigestTopic => ({ ...row, articles: new Set(row.articles) }));

/** Reads the topics, each judged by one reader from the titles of all news articles of the weeks. */
export function readDigestTopics(): DigestTopic[] {
  return readJsonLines(fileOf('digest-topics'), topic);
}

/** A link from a story to one of the day before, by an article of each, and what a reader thought of it. */
export interface JudgedLink {
  readonly day: string;
  readonly article: string;
  readonly earlier: string;
  /** Whether the one goes on where the other ended. */
  readonly right: boolean;
}

/** The months of `news/` whose links were read after the threshold was chosen on the others. */
export const LINK_MONTHS = ['2022-01', '2022-03', '2022-05', '2022-07', '2022-09'] as const;

const link = z.object({ day: z.string(), article: z.string(), earlier: z.string(), right: z.boolean() });

export function readJudgedLinks(): JudgedLink[] {
  return readJsonLines(fileOf('follow-ups'), link);
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`../questions/${name}.jsonl`, import.meta.url));
}
