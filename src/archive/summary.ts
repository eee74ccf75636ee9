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

export function newestFirst(articles: readonly ArticleSummary[]): ArticleSummary[] {
  // Dates are parsed once: sorting compares each of thousands of articles a dozen times, whenever one comes
  // in.
  const timed = articles.map((article) => ({ article, time: timeOf(article) }));
  timed.sort((a, b) => b.time - a.time || (a.article.id < b.article.id ? -1 : 1));
  return timed.map(({ article }) => article);
}
