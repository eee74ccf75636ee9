import type { ArchivedArticle } from '../archive/passage.js';
import { indexTerms } from '../text/analyser.js';
import { daysBetween } from '../text/calendar.js';
import { averageLinkage } from './clusters.js';
import { dayOfArticle } from './period.js';
import { countTerms, dot, type TermVector, type TermWeight, termVector } from './term-vector.js';

/** Mean similarity of two groups of articles from which on they tell the same story; see docs/digest.md. */
const SAME_STORY = 0.25;
/** Articles further apart tell of different events, whatever their words. */
const WINDOW_DAYS = 3;

/**
 * Groups articles by the event they tell of: average linkage over tf-idf vectors of their full texts, within a time
 * window. Each article is in one group.
 */
export function groupStories(articles: readonly ArchivedArticle[], weight: TermWeight): ArchivedArticle[][] {
  const members = articles.map((article) => ({
    article,
    day: dayOfArticle(article),
    vector: articleVector(article, weight),
  }));
  const groups = averageLinkage(members.length, SAME_STORY, (left, right) => {
    const [a, b] = [members[left], members[right]];
    if (!a || !b) return 0;
    const together = !a.day || !b.day || Math.abs(daysBetween(a.day, b.day)) <= WINDOW_DAYS;
    return together ? dot(a.vector, b.vector) : 0;
  });
  return groups.map((group) => group.flatMap((at) => members[at]?.article ?? []));
}

/** Unit tf-idf vector of an article's title and text. */
export function articleVector(article: ArchivedArticle, weight: TermWeight): TermVector {
  const texts = [article.title ?? '', ...article.sentences.map((sentence) => sentence.text)];
  return termVector(countTerms(texts.flatMap(indexTerms)), weight);
}
