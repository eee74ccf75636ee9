import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.js';
import { archiveWeights } from './archive-weights.js';
import type { Digest, DigestStory } from './digest.js';
import { storiesOfPeriod } from './running-stories.js';
import type { Period } from './schedule/period.js';
import { type ReadArticle, readArticle } from './stories/read-article.js';
import { STORY_MODEL, type StoryModel } from './stories/story-model.js';
import { readStory } from './story.js';
import { tellStory } from './tell-story.js';
import { termVector } from './term-vector.js';

/** The newest articles that are read of a long period. Time grows with the square of their number. */
const MOST_ARTICLES = 600;
/** The most sentences that tell the first story, and each of the others. */
const LEAD_SENTENCES = 3;
const STORY_SENTENCES = 2;

/**
 * Composes the digest of a period: its stories, the most important first, each told in the outlets' own
 * sentences. A long day takes seconds; other work, such as answering questions, goes on in between.
 */
export async function composeDigest(
  archive: Archive,
  period: Period,
  model: StoryModel = STORY_MODEL,
): Promise<Digest> {
  const summaries = archive.articles().filter((article) => period.includes(article));
  const articles: ReadArticle[] = [];
  for (const { id } of summaries.slice(0, MOST_ARTICLES)) {
    const article = await archive.article(id);
    if (article) articles.push(readArticle(article));
    await setImmediate();
  }
  const weight = await archiveWeights(
    archive,
    articles.map(({ terms }) => terms.counts),
  );
  const vectors = new Map(
    articles.map(({ article, terms }) => [article, termVector(terms.counts, weight)] as const),
  );
  const told: DigestStory[] = [];
  for (const [at, { whole, newest }] of storiesOfPeriod(articles, vectors, weight, model).entries()) {
    const limit = at === 0 ? LEAD_SENTENCES : STORY_SENTENCES;
    told.push(await tellStory(readStory(whole, vectors), readStory(newest, vectors), limit, weight));
  }
  return { date: period.date, stories: told, articles: summaries.length };
}
