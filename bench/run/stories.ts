import { existsSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { archiveArticle } from '../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { readArticle } from '../../src/articles/read-article.js';
import { articleTerms, groupStories } from '../../src/digest/stories/group-stories.js';
import { termWeights } from '../engines/term-weights.js';
import { clusteringQuality } from '../metrics/clustering.js';
import type { EngineResult, Failure, SetResult } from '../results.js';
import { type NewsArticle, readNewsArticles } from '../sets/news.js';
import { STORY_DAYS } from '../sets/story-days.js';
import type { RunOptions } from './options.js';

/** The stories of days that were sorted by hand; null where `news/` has none of these days. */
export function runStories({ data }: RunOptions): SetResult | null {
  const folder = path.join(data, 'news');
  const rows = existsSync(folder) ? readNewsArticles(folder) : [];
  const days = Object.entries(STORY_DAYS).flatMap(([date, stories]) => {
    const known = new Set(rows.map(({ id }) => id));
    const complete = stories.flat().every((id) => known.has(id));
    return complete
      ? [{ date, stories, articles: rows.filter((row) => row.date === date).map(archived) }]
      : [];
  });
  if (days.length === 0) return null;
  const weight = termWeights(days.flatMap(({ articles }) => articles));
  const failures: Failure[] = [];
  const all: string[][] = [];
  const engines = days.map(({ date, stories, articles }): EngineResult => {
    const kindOf = new Map(stories.flatMap((ids, at) => ids.map((id) => [id, `${date} ${at}`] as const)));
    const groups = groupStories(new Map(articles.map((article) => [article, articleTerms(article)])), weight);
    const kinds = groups.map((group) => group.map(({ id }) => kindOf.get(id) ?? id));
    groups.forEach((group, at) => {
      if (new Set(kinds[at]).size > 1) failures.push(mixed(date, group));
    });
    all.push(...kinds);
    return { engine: date, figures: figures(kinds), time: null };
  });
  return {
    set: 'stories',
    size: `${all.flat().length} articles of ${days.length} days, sorted by hand`,
    engines: [...engines, { engine: 'together', figures: figures(all), time: null }],
    failures,
    notes: [],
  };
}

function figures(kinds: readonly (readonly string[])[]): EngineResult['figures'] {
  const { purity, precision, recall } = clusteringQuality(kinds);
  return { purity, 'pairs right': precision, 'pairs found': recall, stories: kinds.length };
}

function mixed(date: string, group: readonly ArchivedArticle[]): Failure {
  return {
    question: `A story of ${date}`,
    wanted: [],
    got: group.map(({ id, title }) => `${id} ${title ?? ''}`),
    verdict: 'mixes stories',
  };
}

function archived({ id, title, publisher, url, date, text }: NewsArticle): ArchivedArticle {
  const front = stringify({ title, publisher, url, published: date });
  return archiveArticle(readArticle(`${id}.md`, Buffer.from(`---\n${front}---\n\n${text}\n`)));
}
