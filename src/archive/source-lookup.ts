import MiniSearch from 'minisearch';
import type { Archive, ArticleSummary } from './archive.js';

/** The article that somebody most likely means, and others that it could be; best is null when nothing is like it. */
export interface SourceLookup {
  readonly best: ArticleSummary | null;
  /** Best first. */
  readonly alternatives: readonly ArticleSummary[];
}

/**
 * Finds articles by what people remember of a source: words of its title or opening, its publisher, its site, its date in
 * any common form ("5 january", "2020-01-05"), its id. Tolerates typing errors and words not yet typed out.
 *
 * @param words without any, the newest articles are given
 * @param limit how many articles at most, the best included
 */
export function lookUpSource(archive: Archive, words: string, limit = 25): SourceLookup {
  const articles = archive.articles();
  const found = words.trim() === '' ? articles : articlesLike(articles, words.trim());
  const [best = null, ...alternatives] = found.slice(0, limit);
  return { best, alternatives };
}

function articlesLike(articles: readonly ArticleSummary[], words: string): readonly ArticleSummary[] {
  const named = articles.filter(({ id, url }) => id === words || url === words);
  if (named.length > 0) return named;
  return catalogueOf(articles)
    .search(words)
    .flatMap(({ id }) => articles[id] ?? []);
}

/** What is searched of an article; `id` is its position in the list. */
interface Entry {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly publisher: string;
  readonly site: string;
  readonly date: string;
}

/** Made once for each state of the archive, as a member who types asks with every letter. */
const catalogues = new WeakMap<readonly ArticleSummary[], MiniSearch<Entry>>();

function catalogueOf(articles: readonly ArticleSummary[]): MiniSearch<Entry> {
  const catalogue = catalogues.get(articles) ?? makeCatalogue(articles);
  catalogues.set(articles, catalogue);
  return catalogue;
}

function makeCatalogue(articles: readonly ArticleSummary[]): MiniSearch<Entry> {
  const catalogue = new MiniSearch<Entry>({
    fields: ['name', 'label', 'publisher', 'site', 'date'],
    processTerm: foldedTerm,
    searchOptions: {
      boost: { publisher: 2, date: 1.5 },
      // Digits are neither guessed nor completed early: 2021 is not 2020, and 5 is not 5,200.
      // Two letters in the wrong order are two mistakes.
      fuzzy: (term) => term.length >= 4 && !/^\d/.test(term) && 0.3,
      maxFuzzy: 2,
      prefix: (term) => term.length >= (/^\d/.test(term) ? 3 : 2),
    },
  });
  catalogue.addAll(articles.map(entryOf));
  return catalogue;
}

function entryOf(article: ArticleSummary, position: number): Entry {
  return {
    id: position,
    name: article.id,
    label: article.label,
    publisher: article.publisher ?? '',
    site: siteOf(article.url),
    date: dateWords(article.published ?? article.added),
  };
}

function siteOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : '';
}

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** `2020-01-05T…` gives `2020-01-05 January`: all that dates are commonly written with. */
function dateWords(iso: string | null): string {
  const day = iso?.slice(0, 10) ?? '';
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : `${day} ${monthName.format(date)}`;
}

/** Without case, accents, leading zeros and the endings of ordinals: "05" and "5th" are "5". */
function foldedTerm(term: string): string {
  const folded = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.replace(/^0+(?=\d)/, '').replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
}
