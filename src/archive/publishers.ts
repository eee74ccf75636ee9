import type { Article } from '../articles/article.js';

const SEPARATOR = ', ';

/** So many outlets are named; more are counted. */
const NAMED = 3;

/** Who published an article: its outlet, and those that print the same text. Null where none is known. */
export function publisherNames({
  publisher,
  copies = [],
}: Pick<Article, 'publisher' | 'copies'>): string | null {
  const names = new Set([publisher, ...copies.map((copy) => copy.publisher)].filter((name) => name !== null));
  const named = [...names].slice(0, NAMED).join(SEPARATOR);
  const more = names.size - NAMED;
  return named === '' ? null : more > 0 ? `${named} and ${more} more` : named;
}

/** The names that `publisherNames` put together. */
export function namesIn(publisher: string): string[] {
  return publisher.replace(/ and \d+ more$/, '').split(SEPARATOR);
}
