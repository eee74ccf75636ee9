import type { Archive, ArticleSummary } from './archive.js';
import { SourceCatalogue } from './source-catalogue.js';

/** The article that somebody most likely means, and others that it could be; best is null when nothing is like it. */
export interface SourceLookup {
  readonly best: ArticleSummary | null;
  /** Best first. */
  readonly alternatives: readonly ArticleSummary[];
}

/** One for each archive: a member who types asks with every letter. */
const catalogues = new WeakMap<Archive, SourceCatalogue>();

/**
 * Finds articles by what people remember of a source: words of its title or opening, its publisher, its site, its date in
 * any common form ("5 january", "2020-01-05"), its id. Tolerates typing errors and words not yet typed out.
 *
 * @param words without any, the newest articles are given
 * @param limit how many articles at most, the best included
 */
export async function lookUpSource(archive: Archive, words: string, limit = 25): Promise<SourceLookup> {
  const found = words.trim() === '' ? archive.articles() : await articlesLike(archive, words.trim());
  const [best = null, ...alternatives] = found.slice(0, limit);
  return { best, alternatives };
}

/** One piece, of which dots, slashes or hyphens hold several words together. */
const LIKE_AN_ADDRESS = /^\S+[./-]\S+$/;

/** Finds by a part of an address, however it was copied. */
function isAt(part: string): (article: ArticleSummary) => boolean {
  const sought = part
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*|\/$/, '');
  return ({ url }) => url?.toLowerCase().includes(sought) ?? false;
}

async function articlesLike(archive: Archive, words: string): Promise<readonly ArticleSummary[]> {
  const articles = archive.articles();
  const named = articles.filter(({ id, url }) => id === words || url === words);
  if (named.length > 0) return named;
  const addressed = LIKE_AN_ADDRESS.test(words) ? articles.filter(isAt(words)) : [];
  if (addressed.length > 0) return addressed;
  const catalogue = catalogues.get(archive) ?? new SourceCatalogue();
  catalogues.set(archive, catalogue);
  return catalogue.search(articles, words);
}
