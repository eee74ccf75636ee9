import path from 'node:path';
import { z } from 'zod';
import { type Day, dayOfTimestamp } from '../../src/text/dates/calendar.js';
import { readJsonLines } from './json-lines.js';

/** News articles, quiz questions that they answer, and questions about what came after them. */
export interface NewsSet {
  readonly articles: readonly NewsArticle[];
  readonly questions: readonly NewsQuestion[];
  readonly afterTheArchive: readonly DatedQuestion[];
}

export interface NewsArticle {
  readonly id: string;
  readonly url: string;
  readonly publisher: string;
  readonly title: string;
  /** ISO 8601 date. */
  readonly date: string;
  readonly text: string;
}

export interface DatedQuestion {
  readonly id: string;
  readonly question: string;
  /** The day on which it was asked, if known. */
  readonly asked: Day | null;
}

export interface NewsQuestion extends DatedQuestion {
  /** Alternatives: any of them answers. */
  readonly answers: readonly string[];
  /** Articles known to hold the answer. */
  readonly articles: readonly string[];
}

const article = z.object({
  id: z.string(),
  url: z.string(),
  publisher: z.string(),
  title: z.string(),
  date: z.string(),
  text: z.string(),
});
const dated = { id: z.string(), question: z.string(), date: z.string().nullish() };
const question = z
  .object({
    ...dated,
    answers: z.array(z.string()).min(1),
    editor_articles: z.array(z.string()),
    matched_articles: z.array(z.string()),
  })
  .transform(({ id, question, date, answers, editor_articles, matched_articles }) => ({
    id,
    question,
    asked: dayOfTimestamp(date ?? ''),
    answers,
    articles: [...editor_articles, ...matched_articles],
  }));
const bare = z
  .object(dated)
  .transform(({ id, question, date }) => ({ id, question, asked: dayOfTimestamp(date ?? '') }));

/** Reads `articles.jsonl.gz`, `questions.jsonl` and `after-the-archive.jsonl`. */
export function readNews(folder: string): NewsSet {
  return {
    articles: readNewsArticles(folder),
    questions: readJsonLines(path.join(folder, 'questions.jsonl'), question),
    afterTheArchive: readAfterTheArchive(folder),
  };
}

export function readNewsArticles(folder: string): NewsArticle[] {
  return readJsonLines(path.join(folder, 'articles.jsonl.gz'), article);
}

/** The questions that no article of the set answers. */
export function readAfterTheArchive(folder: string): NewsSet['afterTheArchive'] {
  return readJsonLines(path.join(folder, 'after-the-archive.jsonl'), bare);
}
