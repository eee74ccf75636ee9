import type { ArchivedArticle } from '../../archive/passage.js';
import { daysBetween } from '../../text/dates/calendar.js';
import { dayOfArticle } from '../schedule/period.js';
import { dot, sum, type TermVector } from '../term-vector.js';

/** An article less like all others than this only has words in common with them. */
const OF_THE_STORY = 0.3;
/** One that nothing else was printed around has to be more like them. */
const APART_DAYS = 30;
const OF_THE_STORY_APART = 0.4;

/** Leaves out of the articles about some words those that tell of something else, or that nobody knows the day of. */
export function ofOneStory(
  articles: readonly ArchivedArticle[],
  vectors: ReadonlyMap<ArchivedArticle, TermVector>,
): ArchivedArticle[] {
  const centre = sum(vectors.values());
  const length = dot(centre, centre);
  const dated = articles.flatMap((article) => {
    const day = dayOfArticle(article);
    return day === null ? [] : [{ article, day }];
  });
  return dated
    .filter(({ article, day }) => {
      // All vectors have unit length; an article's own share of the centre says nothing of it.
      const shared = dot(vectors.get(article) ?? new Map(), centre) - 1;
      const likeness = shared / Math.sqrt(length - 2 * shared - 1 || 1);
      const isApart = dated.every(
        (other) => other.article === article || Math.abs(daysBetween(day, other.day)) > APART_DAYS,
      );
      return dated.length === 1 || likeness >= (isApart ? OF_THE_STORY_APART : OF_THE_STORY);
    })
    .map(({ article }) => article);
}
