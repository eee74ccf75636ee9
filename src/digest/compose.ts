import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import type { Digest } from './digest.js';
import type { Period } from './schedule/period.js';
import { groupStories, termCounts } from './stories.js';
import { type ToldStory, tellStory } from './tell-story.js';
import { inverseFrequency, type TermWeight, termVector } from './term-vector.js';

/** The newest articles that are read of a long period. Time grows with the square of their number. */
const MOST_ARTICLES = 600;

/**
 * Composes the digest of a period: its stories, the most important first, each told in the outlets' own
 * sentences. A long day takes seconds; other work, such as answering questions, goes on in between.
 */
export async function composeDigest(archive: Archive, period: Period): Promise<Digest> {
  const summaries = archive.articles().filter((article) => period.includes(article));
  const counts = new Map<ArchivedArticle, ReadonlyMap<string, number>>();
  for (const { id } of summaries.slice(0, MOST_ARTICLES)) {
    const article = await archive.article(id);
    if (article) counts.set(article, termCounts(article));
    await setImmediate();
  }
  const weight = await archiveWeights(archive, counts.values());
  const vectors = new Map([...counts].map(([article, terms]) => [article, termVector(terms, weight)]));
  const told: ToldStory[] = [];
  for (const members of groupStories(vectors)) told.push(await tellStory(members, vectors, weight, period));
  told.sort((a, b) => b.importance - a.importance);
  return { date: period.date, stories: told.map(({ story }) => story), articles: summaries.length };
}

/** Returns how much each term of the articles tells, by its frequency in the whole archive. */
async function archiveWeights(
  archive: Archive,
  counts: Iterable<ReadonlyMap<string, number>>,
): Promise<TermWeight> {
  const terms = [...new Set(Array.from(counts, (each) => [...each.keys()]).flat())];
  const frequencies = await archive.documentFrequencies(terms);
  const weights = new Map(
    terms.map((term, at) => [term, inverseFrequency(archive.passageCount, frequencies[at] ?? 0)]),
  );
  return (term) => weights.get(term) ?? inverseFrequency(archive.passageCount, 0);
}
