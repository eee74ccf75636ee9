import { setImmediate as nextTurn } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { ArticleSummary } from './archive.js';

/** What is searched of an article. */
interface Entry {
  readonly id: string;
  readonly label: string;
  readonly publisher: string;
  readonly site: string;
  readonly date: string;
}

/** So many articles are entered in a few milliseconds. */
const STEP = 50;

/**
 * What is known of articles without their texts, to be searched. It follows an archive step by step, and lets others
 * work in between: tens of thousands take seconds.
 */
export class SourceCatalogue {
  readonly #index = emptyIndex();
  readonly #known = new Map<string, ArticleSummary>();
  /** Where each article stands among all, newest first. */
  #places: ReadonlyMap<string, number> = new Map();
  #state: readonly ArticleSummary[] = [];
  #last: Promise<void> = Promise.resolve();

  /**
   * Those of the articles that are like the words, best first; of equals the newer one.
   * @param articles all that there are now, newest first
   */
  async search(articles: readonly ArticleSummary[], words: string): Promise<ArticleSummary[]> {
    const followed = this.#last.then(() => this.#follow(articles));
    this.#last = followed.catch(() => undefined);
    await followed;
    const place = (id: string): number => this.#places.get(id) ?? Number.POSITIVE_INFINITY;
    return this.#index
      .search(words)
      .sort((a, b) => b.score - a.score || place(a.id) - place(b.id))
      .flatMap(({ id }) => this.#known.get(id) ?? []);
  }

  async #follow(articles: readonly ArticleSummary[]): Promise<void> {
    // Many ask at once, and each sees the same list until an article comes or goes.
    if (articles === this.#state) return;
    this.#places = new Map(articles.map(({ id }, place) => [id, place]));
    for (const id of [...this.#known.keys()]) {
      if (this.#places.has(id)) continue;
      this.#index.discard(id);
      this.#known.delete(id);
    }
    const fresh = articles.filter((article) => this.#known.get(article.id) !== article);
    for (const [position, article] of fresh.entries()) {
      if (this.#known.has(article.id)) this.#index.discard(article.id);
      this.#index.add(entryOf(article));
      this.#known.set(article.id, article);
      if (position % STEP === STEP - 1) await nextTurn();
    }
    this.#state = articles;
  }
}

function emptyIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['id', 'label', 'publisher', 'site', 'date'],
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
}

function entryOf(article: ArticleSummary): Entry {
  return {
    id: article.id,
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
