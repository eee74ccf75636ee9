import type { Archive, ArticleSummary } from './archive.js';
import { type CatalogueMatch, rewritten, SourceCatalogue } from './source-catalogue.js';
import { articlesMentioning, articlesNear, type Mention, mentionIn } from './text-lookup.js';

/** The article that somebody most likely means, and others that it could be. */
export interface SourceLookup {
  /** Null if nothing matches. */
  readonly best: ArticleSummary | null;
  /** The words as they were read, if the best one only matches where they were mistyped. */
  readonly meant?: string;
  /** Best first. */
  readonly alternatives: readonly ArticleSummary[];
  /** Articles that have some of the words in their texts, if nothing matches and there are any. */
  readonly near?: readonly ArticleSummary[];
  /** Where the best one has the words, if that is in its text. */
  readonly mention?: Mention;
}

/** One catalogue for each archive, kept: a member who types asks with every letter. */
const catalogues = new WeakMap<Archive, SourceCatalogue>();

function catalogueOf(archive: Archive): SourceCatalogue {
  const catalogue = catalogues.get(archive) ?? new SourceCatalogue();
  catalogues.set(archive, catalogue);
  return catalogue;
}

/** Looks words up in the catalogue of the whole archive: one of each view would take seconds to build. */
function searchCatalogue(archive: Archive, words: string): Promise<CatalogueMatch[]> {
  const { whole = archive } = archive;
  const articles = archive.articles();
  return catalogueOf(whole).search(whole.articles(), words, whole === archive ? null : articles);
}

/** Builds the catalogue of a large archive, so that whoever looks a source up first need not wait for it. */
export async function prepareLookUps(archive: Archive): Promise<void> {
  await searchCatalogue(archive, '');
}

/**
 * Finds articles by what people remember of a source: words of its title or opening, its publisher, its site, its date in
 * any common form ("5 january", "2020-01-05"), its id. Tolerates typing errors and words not yet typed out. After these
 * come articles that have the words in their texts.
 *
 * @param words without any, the newest articles are given
 * @param limit how many articles at most, the best included
 */
export async function lookUpSource(archive: Archive, words: string, limit = 25): Promise<SourceLookup> {
  const sought = words.trim();
  if (sought === '') return lookup(archive.articles(), limit);
  const meant = articlesMeant(archive.articles(), sought);
  return meant.length > 0 ? lookup(meant, limit) : lookUpWords(archive, sought, limit);
}

function lookup(found: readonly ArticleSummary[], limit: number): SourceLookup {
  const [best = null, ...alternatives] = found.slice(0, limit);
  return { best, alternatives };
}

/** A single word with dots, slashes or hyphens inside. */
const LIKE_AN_ADDRESS = /^(?=\S+$).[^./-]*[./-]./s;

/** Returns a test for articles whose address contains a part, however it was copied. */
function isAt(part: string): (article: ArticleSummary) => boolean {
  const sought = part
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*|\/$/, '');
  return ({ url }) => url?.toLowerCase().includes(sought) ?? false;
}

/** Finds the articles that are named beyond doubt: by id or address. */
function articlesMeant(articles: readonly ArticleSummary[], words: string): ArticleSummary[] {
  const named = articles.filter(({ id, url }) => id === words || url === words);
  return named.length > 0 || !LIKE_AN_ADDRESS.test(words) ? named : articles.filter(isAt(words));
}

/**
 * Looks words up, first in what is known about articles, then in their texts. If an article's title and other
 * data have only some of the words, articles whose texts have the rest come first. A word that is in a text
 * as it was typed is no typing error in a title.
 */
async function lookUpWords(archive: Archive, words: string, limit: number): Promise<SourceLookup> {
  const known = await searchCatalogue(archive, words);
  const sure = known.flatMap(({ article, has }) => (has === 'all' ? [article] : []));
  if (sure.length >= limit) return lookup(sure, limit);
  const texts = await articlesMentioning(archive, words, limit);
  const passages = new Map(texts.map(({ article, passage }) => [article.id, passage]));
  const partly = known.flatMap(({ article, has }) => (has === 'some' ? [article] : []));
  const order = [
    ...sure,
    ...partly.filter(({ id }) => passages.has(id)),
    ...partly,
    ...texts.map(({ article }) => article),
    ...known.map(({ article }) => article),
  ];
  const found = lookup([...new Map(order.map((article) => [article.id, article])).values()], limit);
  if (found.best === null) {
    const near = await articlesNear(archive, words, limit);
    return near.length === 0 ? found : { ...found, near };
  }
  const passage = sure.length === 0 ? passages.get(found.best.id) : undefined;
  const mention = passage === undefined ? null : await mentionIn(archive, passage, words);
  if (mention !== null) return { ...found, mention };
  const meant = wordsMeant(words, found.best, known);
  return meant === null ? found : { ...found, meant };
}

function wordsMeant(words: string, best: ArticleSummary, known: readonly CatalogueMatch[]): string | null {
  const match = known.find(({ article, slips }) => article === best && slips.length > 0);
  return match === undefined ? null : rewritten(words, best, match.slips);
}
