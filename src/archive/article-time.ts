import type { Article } from '../articles/article.js';

/** How new an article is, in milliseconds since 1970; 0 for one that says nothing of its age, which puts it last. */
export function timeOf({ published, added }: Pick<Article, 'published' | 'added'>): number {
  return Date.parse(published ?? added ?? '') || 0;
}
