import type { Article } from './article.js';

/** The source key of what the operator brings: the articles folder, added pages and files, the operator's feeds. */
export const SHARED = 'shared';

/**
 * Returns the source keys of an article: `SHARED`, or the addresses of the feeds that brought it. An article without
 * a note of them is shared.
 */
export function sourcesOf({ sources }: Pick<Article, 'sources'>): readonly string[] {
  return sources === undefined || sources.length === 0 ? [SHARED] : sources;
}

/** Whether two lists of source keys have one in common. */
export function haveCommon(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}

/** Each key of both lists once, in their order. */
export function united(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
