import type { ArchivedArticle } from '../archive/passage.js';
import { daysBetween } from '../text/dates/calendar.js';
import { dayOfArticle, type Period } from './schedule/period.js';

/** Sentences beyond this number make a story no more important. */
const FULL_COVERAGE = 60;
const LENGTH_WEIGHT = 0.25;
const FRESHNESS_WEIGHT = 0.25;

/**
 * Scores how much a story matters, to put stories in order. How many outlets wrote about it in their own
 * words counts most, then how much they wrote and how new it is. Two outlets always beat one.
 *
 * @param texts the story's articles without copies
 */
export function importance(texts: readonly ArchivedArticle[], outlets: number, period: Period): number {
  const sentences = texts.reduce((total, { sentences: { length } }) => total + length, 0);
  const ages = texts.flatMap((article) => {
    const day = dayOfArticle(article);
    return day === null ? [] : [Math.max(0, daysBetween(day, period.date))];
  });
  const freshness = ages.length === 0 ? 0 : 1 / (1 + Math.min(...ages));
  return (
    Math.log2(1 + outlets) +
    LENGTH_WEIGHT * Math.min(1, sentences / FULL_COVERAGE) +
    FRESHNESS_WEIGHT * freshness
  );
}
