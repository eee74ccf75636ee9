import path from 'node:path';
import { z } from 'zod';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { readJsonLines } from './json-lines.js';

/** One day of a timeline that journalists wrote, with the articles of its topic from that day. */
export interface TimelineDay {
  readonly timeline: string;
  /** ISO 8601. */
  readonly date: string;
  readonly reference: string;
  /** Never empty. */
  readonly articles: readonly ArchivedArticle[];
}

export interface Timeline17 {
  readonly articles: readonly ArchivedArticle[];
  readonly days: readonly TimelineDay[];
  /** Days of timelines without an article, which nobody can sum up. */
  readonly daysWithoutArticles: number;
}

const article = z.object({ id: z.string(), topic: z.string(), date: z.string(), text: z.string() });
const timeline = z.object({
  id: z.string(),
  topic: z.string(),
  timeline: z.array(z.object({ date: z.string(), sentences: z.array(z.string()) })),
});

/** Reads `articles.jsonl.gz` (a sentence a line, words apart as in the Penn Treebank) and `timelines.jsonl`. */
export function readTimeline17(folder: string): Timeline17 {
  const articles: ArchivedArticle[] = [];
  const byDay = new Map<string, ArchivedArticle[]>();
  for (const row of readJsonLines(path.join(folder, 'articles.jsonl.gz'), article)) {
    const read = archived(row);
    articles.push(read);
    const day = `${row.topic} ${row.date}`;
    byDay.set(day, [...(byDay.get(day) ?? []), read]);
  }
  const days: TimelineDay[] = [];
  let daysWithoutArticles = 0;
  for (const { id, topic, timeline: entries } of readJsonLines(
    path.join(folder, 'timelines.jsonl'),
    timeline,
  )) {
    for (const { date, sentences } of entries) {
      const ofDay = byDay.get(`${topic} ${date}`);
      if (!ofDay) daysWithoutArticles += 1;
      else days.push({ timeline: id, date, reference: sentences.map(plainText).join(' '), articles: ofDay });
    }
  }
  return { articles, days, daysWithoutArticles };
}

function archived({ id, date, text }: z.infer<typeof article>): ArchivedArticle {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(plainText);
  return {
    id,
    file: id,
    title: null,
    publisher: null,
    url: null,
    published: date,
    added: null,
    paragraphs: lines.map((line) => ({ text: line, afterBreak: false })),
    removed: [],
    sentences: lines.map((line, number) => ({
      text: line,
      paragraph: number,
      number,
      afterBreak: false,
    })),
  };
}

/** Treebank tokens as the newspaper had them: "`` It 's ''" becomes "“It's”". */
export function plainText(tokens: string): string {
  return tokens
    .replace(/``\s*/g, '“')
    .replace(/\s*''/g, '”')
    .replace(/-LRB-\s*/g, '(')
    .replace(/\s*-RRB-/g, ')')
    .replace(/\\\//g, '/')
    .replace(/ (n't|'s|'re|'ve|'ll|'d|'m)\b/gi, '$1')
    .replace(/ ([,.;:!?%])/g, '$1')
    .replace(/([$£€]) (?=\d)/g, '$1')
    .replace(/(\d) ,(\d)/g, '$1,$2')
    .trim();
}
