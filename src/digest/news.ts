import { setImmediate } from 'node:timers/promises';
import type { Archive, ArticleSummary } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { archiveWeights } from './archive-weights.js';
import { followedStories } from './follow-ups.js';
import { type RunningStory, storiesOfPeriod } from './running-stories.js';
import type { Period } from './schedule/period.js';
import { type FoundStory, findStories } from './stories/find-stories.js';
import type { ArticleTerms } from './stories/group-stories.js';
import { type ReadArticle, readArticle } from './stories/read-article.js';
import { STORY_MODEL, type StoryModel } from './stories/story-model.js';
import { type TermVector, type TermWeight, termVector } from './term-vector.js';

/** The newest articles that are read of a long period. Time grows with the square of their number. */
const MOST_ARTICLES = 600;

export type NewsStory = RunningStory;

/** The stories of a period, before they are told. */
export interface News {
  readonly period: Period;
  /** How many articles the period has. */
  readonly articles: number;
  /** The most important first. */
  readonly stories: readonly NewsStory[];
  /** For a story of an edition of one day, the one of the edition before that it follows up. */
  readonly follows: ReadonlyMap<NewsStory, FoundStory>;
  readonly terms: ReadonlyMap<ArchivedArticle, ArticleTerms>;
  readonly vectors: ReadonlyMap<ArchivedArticle, TermVector>;
  /** How much each term of the articles tells in the archive. */
  readonly weight: TermWeight;
}

/**
 * Reads the articles of a period and finds their stories; of one day also those of the day before, which they may
 * follow up. Yields to other work between its steps.
 */
export async function readNews(
  archive: Archive,
  period: Period,
  model: StoryModel = STORY_MODEL,
): Promise<News> {
  const summaries = archive.articles().filter((article) => period.includes(article));
  const articles = await readAll(archive, summaries);
  const earlier = period.days === null ? await readBefore(archive, period, articles) : [];
  const both = [...earlier, ...articles];
  const weight = await archiveWeights(
    archive,
    both.map(({ terms }) => terms.counts),
  );
  const vectors = new Map(
    articles.map(({ article, terms }) => [article, termVector(terms.counts, weight)] as const),
  );
  const stories = storiesOfPeriod(articles, vectors, weight, model);
  const terms = new Map(both.map((each) => [each.article, each.terms]));
  await setImmediate();
  const follows = followedStories(stories, findStories(earlier, weight, model), terms, weight);
  return { period, articles: summaries.length, stories, follows, terms, vectors, weight };
}

async function readAll(archive: Archive, summaries: readonly ArticleSummary[]): Promise<ReadArticle[]> {
  const articles: ReadArticle[] = [];
  for (const { id } of summaries.slice(0, MOST_ARTICLES)) {
    const article = await archive.article(id);
    if (article) articles.push(readArticle(article));
    await setImmediate();
  }
  return articles;
}

/** Reads the articles of the edition before, but for those that belong to this one as well. */
function readBefore(
  archive: Archive,
  period: Period,
  articles: readonly ReadArticle[],
): Promise<ReadArticle[]> {
  const before = period.before();
  const here = new Set(articles.map(({ article }) => article.id));
  return readAll(
    archive,
    archive.articles().filter((article) => before.includes(article) && !here.has(article.id)),
  );
}
