import { setImmediate as nextTurn } from 'node:timers/promises';
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { Mutex } from '../mutex.js';
import { STOP_WORDS } from '../text/stop-words.js';
import type { ArticleSummary } from './archive.js';
import { namesIn } from './publishers.js';

/** The searchable fields of an article. */
interface Entry {
  readonly id: string;
  readonly label: string;
  readonly publisher: string;
  readonly site: string;
  readonly date: string;
}

/** How well an article matches the words that were looked for. */
interface Likeness {
  score: number;
  /** The number of words that it has. */
  words: number;
  /** The number of these that are found outside its publisher's name. */
  elsewhere: number;
  /** Whether one of them only matches if it was mistyped. */
  guessed: boolean;
}

/** An article that matches what was looked for. */
export interface CatalogueMatch {
  readonly article: ArticleSummary;
  /** Whether it has all the words as they were typed, some of them, or only if some were mistyped. */
  readonly has: 'all' | 'some' | 'guessed';
}

/** The articles that match a word. */
interface Hits {
  readonly hits: readonly SearchResult[];
  readonly guessed: boolean;
}

/** The share of the words that an article must have: others may be remembered wrongly. */
const SHARE = 2 / 3;
/** The share that is enough if its publisher is named: "TIME magazine". */
const SHARE_OF_PUBLISHER = 1 / 2;

/**
 * A word of up to this many letters that is found nowhere is the beginning of one that is still being typed.
 */
const LONGEST_BEGINNING = 2;

/** Adding this many articles takes a few milliseconds. */
const STEP = 50;

/**
 * A search index over article summaries, without their texts. It follows an archive step by step, and lets
 * other work run in between: tens of thousands of articles take seconds.
 */
export class SourceCatalogue {
  readonly #index = emptyIndex();
  readonly #known = new Map<string, ArticleSummary>();
  /** The position of each article in the list, newest first. */
  #places: ReadonlyMap<string, number> = new Map();
  /** The words of publishers' names, cached: thousands of articles share the same. */
  readonly #names = new Map<string, readonly (readonly string[])[]>();
  #state: readonly ArticleSummary[] = [];
  readonly #mutex = new Mutex();

  /**
   * Finds the articles that match the words, best first; of equals the newer one first.
   * @param articles all articles that there are now, newest first
   */
  async search(articles: readonly ArticleSummary[], words: string): Promise<CatalogueMatch[]> {
    await this.#mutex.run(() => this.#sync(articles));
    const terms = contentTerms(words);
    const named = articles.filter((article) => this.#isPublishedBy(article, terms));
    const isNamed = new Set(named);
    return [
      ...named.map((article) => ({ article, has: 'all' as const })),
      ...this.#like(terms).filter(({ article }) => !isNamed.has(article)),
    ];
  }

  #like(words: readonly string[]): CatalogueMatch[] {
    const sought = words
      .map((term) => ({ term, ...this.#having(term) }))
      .filter(({ term, hits }) => hits.length > 0 || term.length > LONGEST_BEGINNING);
    const terms = sought.map(({ term }) => term);
    const found = [...likenesses(sought)].flatMap(([id, likeness]) => {
      const article = this.#known.get(id);
      if (article === undefined || !this.#isEnough(likeness, terms, article)) return [];
      const { score, words, guessed } = likeness;
      const has: CatalogueMatch['has'] = guessed ? 'guessed' : words === terms.length ? 'all' : 'some';
      return [{ article, has, score: score * words, place: this.#places.get(id) ?? 0 }];
    });
    return found
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .map(({ article, has }) => ({ article, has }));
  }

  /** Whether the words name one of the article's publishers, and nothing else. */
  #isPublishedBy({ publisher }: ArticleSummary, terms: readonly string[]): boolean {
    return this.#namesOf(publisher).some((name) => name.length === terms.length && isWithin(name, terms));
  }

  /**
   * Whether an article has enough of the words. Words of its publisher's name count only if they are the
   * whole name, or if no word is missing: another paper's name has "New York" too.
   */
  #isEnough(
    { words, elsewhere }: Likeness,
    terms: readonly string[],
    { publisher }: ArticleSummary,
  ): boolean {
    if (words === terms.length || elsewhere >= SHARE * terms.length) return true;
    if (words < SHARE_OF_PUBLISHER * terms.length) return false;
    return this.#namesOf(publisher).some((name) => isWithin(name, terms));
  }

  #namesOf(publisher: string | null): readonly (readonly string[])[] {
    if (publisher === null) return [];
    const names = this.#names.get(publisher) ?? namesIn(publisher).map(contentTerms);
    this.#names.set(publisher, names);
    return names;
  }

  /** Finds the articles with a word. A word that is found as it was typed is no typing error. */
  #having(term: string): Hits {
    const asTyped = this.#index.search(term);
    if (asTyped.length > 0) return { hits: asTyped, guessed: false };
    return { hits: this.#index.search(term, TYPING_ERRORS), guessed: true };
  }

  async #sync(articles: readonly ArticleSummary[]): Promise<void> {
    // Many searches come at once, and all see the same list until an article comes or goes.
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

/** @param found the articles that match each of the words */
function likenesses(found: readonly Hits[]): Map<string, Likeness> {
  const all = new Map<string, Likeness>();
  const each = found.flatMap(({ hits, guessed }) => hits.map((hit) => ({ ...hit, guessed })));
  for (const { id, score, match, guessed } of each) {
    const before = all.get(id) ?? { score: 0, words: 0, elsewhere: 0, guessed: false };
    const isElsewhere = Object.values(match)
      .flat()
      .some((field) => field !== 'publisher');
    all.set(id, {
      score: before.score + score,
      words: before.words + 1,
      elsewhere: before.elsewhere + Number(isElsewhere),
      guessed: before.guessed || guessed,
    });
  }
  return all;
}

const TYPING_ERRORS: SearchOptions = {
  // Two letters in the wrong order are two mistakes.
  fuzzy: (term) => term.length >= 4 && !/^\d/.test(term) && 0.3,
  maxFuzzy: 2,
};

function emptyIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['id', 'label', 'publisher', 'site', 'date'],
    processTerm: foldedTerm,
    searchOptions: {
      boost: { publisher: 2, date: 1.5 },
      // Digits are neither guessed nor completed early: 2021 is not 2020, and 5 is not 5,200.
      prefix: (term) => term.length >= (/^\d/.test(term) ? 3 : 2),
    },
  });
}

/** Splits words into terms, each once. Drops stop words if anything else is left. */
function contentTerms(words: string): string[] {
  const terms = [...new Set(tokenise(words).map(foldedTerm))].filter((term) => term !== '');
  const content = terms.filter((term) => !STOP_WORDS.has(term));
  return content.length > 0 ? content : terms;
}

const tokenise: (text: string) => string[] = MiniSearch.getDefault('tokenize');

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.length > 0 && some.every((term) => all.includes(term));
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

/** Returns the words that dates are commonly written with: `2020-01-05T…` gives `2020-01-05 January`. */
function dateWords(iso: string | null): string {
  const day = iso?.slice(0, 10) ?? '';
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : `${day} ${monthName.format(date)}`;
}

/**
 * Removes case, accents, signs, leading zeros and the endings of ordinals: "05", "$5" and "5th" become "5".
 */
function foldedTerm(term: string): string {
  const folded = term
    .normalize('NFKD')
    .replace(/[\p{M}\p{S}]/gu, '')
    .toLowerCase();
  return folded.replace(/^0+(?=\d)/, '').replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
}
