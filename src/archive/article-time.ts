import type { Article } from '../articles/article.js';

/**
 * Returns when an article was published, else added, in milliseconds since 1970; 0, which sorts it last, if
 * neither date is known.
 */
export function timeOf({ published, added }: Pick<Article, 'published' | 'added'>): number {
  return Date.parse(published ?? added ?? '') || 0;
}
