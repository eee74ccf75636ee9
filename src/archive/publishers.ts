import type { Article } from '../articles/article.js';

const SEPARATOR = ', ';

/** At most this many outlets are named; the rest are counted. */
const NAMED = 3;

/**
 * Names who published an article: its outlet, and the others that printed the same text. Null if none is
 * known.
 * @example "Associated Press, CNN, Reuters and 2 more"
 */
export function publisherNames({
  publisher,
  copies = [],
}: Pick<Article, 'publisher' | 'copies'>): string | null {
  const names = new Set([publisher, ...copies.map((copy) => copy.publisher)].filter((name) => name !== null));
  const named = [...names].slice(0, NAMED).join(SEPARATOR);
  const more = names.size - NAMED;
  return named === '' ? null : more > 0 ? `${named} and ${more} more` : named;
}

/** Splits a text that `publisherNames` made into its names. */
export function namesIn(publisher: string): string[] {
  return publisher.replace(/ and \d+ more$/, '').split(SEPARATOR);
}
