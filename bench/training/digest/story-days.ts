import type { Archive } from '../../../src/archive/archive.js';
import { archiveWeights } from '../../../src/digest/archive-weights.js';
import { periodOfDays } from '../../../src/digest/schedule/period.js';
import { type ReadArticle, readArticle } from '../../../src/digest/stories/read-article.js';
import type { TermWeight } from '../../../src/digest/term-vector.js';
import type { StartProgress } from '../../progress.js';
import type { SortedDay } from '../../sets/sorted-days.js';

/** A sorted day with its articles, ready to learn from. */
export interface StoryDay extends SortedDay {
  readonly articles: readonly ReadArticle[];
}

export interface StoryDays {
  readonly days: readonly StoryDay[];
  /** As a digest of the archive weighs terms. */
  readonly weight: TermWeight;
}

/** Reads the articles of the days. Days of which the archive has none are left out. */
export async function storyDays(
  archive: Archive,
  sorted: readonly SortedDay[],
  startProgress: StartProgress,
): Promise<StoryDays> {
  const progress = startProgress('sorted days', sorted.length);
  const days: StoryDay[] = [];
  for (const each of sorted) {
    const period = periodOfDays(each.day, each.day);
    const articles: ReadArticle[] = [];
    for (const { id } of archive.articles().filter((article) => period.includes(article))) {
      const article = await archive.article(id);
      if (article) articles.push(readArticle(article));
    }
    if (articles.length > 0) days.push({ ...each, articles });
    progress.tick();
  }
  progress.done();
  const counts = days.flatMap(({ articles }) => articles.map(({ terms }) => terms.counts));
  return { days, weight: await archiveWeights(archive, counts) };
}
