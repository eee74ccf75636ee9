import { sourcesOf } from '../articles/sources.js';
import type { ArticleSummary } from './archive.js';
import { timeOf } from './article-time.js';
import { articleLabel } from './label.js';
import type { ArchivedArticle } from './passage.js';
import { publisherNames } from './publishers.js';

export function summarise(article: ArchivedArticle): ArticleSummary {
  const { id, file, title, published, added, updated, url } = article;
  return {
    id,
    file,
    title,
    publisher: publisherNames(article),
    published,
    added,
    ...(updated ? { updated } : {}),
    url,
    label: articleLabel(article),
    sentenceCount: article.sentences.length,
    sources: sourcesOf(article),
  };
}

/** So many changes are made in a list one by one; for more it is sorted anew. */
const FEW = 200;

/**
 * Makes the list of `newestFirst` for what it is of now.
 * @param list as it was before
 * @param changed ids of the articles that have come, changed or gone since
 * @param now gives the articles that there are
 */
export function updatedNewestFirst(
  list: readonly ArticleSummary[],
  changed: ReadonlySet<string>,
  now: ReadonlyMap<string, ArticleSummary>,
): ArticleSummary[] {
  if (changed.size > FEW) return newestFirst([...now.values()]);
  const updated = list.filter(({ id }) => !changed.has(id));
  for (const id of changed) {
    const article = now.get(id);
    if (article !== undefined) updated.splice(placeIn(updated, article), 0, article);
  }
  return updated;
}

/** Where an article belongs in a sorted list. */
function placeIn(list: readonly ArticleSummary[], article: ArticleSummary): number {
  const time = timeOf(article);
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other === undefined) break;
    const order = timeOf(other) - time || (article.id < other.id ? -1 : 1);
    if (order > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function newestFirst(articles: readonly ArticleSummary[]): ArticleSummary[] {
  // Dates are parsed once: sorting compares each of thousands of articles a dozen times, whenever one comes
  // in.
  const timed = articles.map((article) => ({ article, time: timeOf(article) }));
  timed.sort((a, b) => b.time - a.time || (a.article.id < b.article.id ? -1 : 1));
  return timed.map(({ article }) => article);
}
