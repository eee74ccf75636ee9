import { type ArchivedArticle, storySentences } from '../archive/passage.js';
import { indexTerms } from '../text/analyser.js';
import { daysBetween } from '../text/dates/calendar.js';
import { averageLinkage } from './clusters.js';
import { dayOfArticle } from './schedule/period.js';
import { countTerms, pairwiseProducts, type TermVector } from './term-vector.js';

/**
 * Two groups of articles tell the same story if their mean similarity is at least this; see docs/digest.md.
 */
const SAME_STORY = 0.25;
/** Articles further apart than this are about different events, whatever their words. */
const WINDOW_DAYS = 3;

/**
 * Groups articles by the event they report: average linkage over tf-idf vectors of their full texts, within a
 * time window. Each article is in exactly one group.
 */
export function groupStories(vectors: ReadonlyMap<ArchivedArticle, TermVector>): ArchivedArticle[][] {
  const articles = [...vectors.keys()];
  const days = articles.map(dayOfArticle);
  const similarity = pairwiseProducts([...vectors.values()]);
  const groups = averageLinkage(articles.length, SAME_STORY, (a, b) => {
    const [day, other] = [days[a], days[b]];
    const together = !day || !other || Math.abs(daysBetween(day, other)) <= WINDOW_DAYS;
    return together ? similarity(a, b) : 0;
  });
  return groups.map((group) => group.flatMap((at) => articles[at] ?? []));
}

/** How often each term stands in an article's title and text. */
export function termCounts(article: ArchivedArticle): Map<string, number> {
  const sentences = storySentences(article).map(({ text }) => text);
  return countTerms([article.title ?? '', ...sentences].flatMap(indexTerms));
}
