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
  /** Those that only match if they were mistyped, with what they were taken for. */
  readonly slips: Slip[];
}

/** A word as it was typed, and the word that it was taken for. */
export interface Slip {
  readonly typed: string;
  readonly meant: string;
}

/** An article that matches what was looked for. */
export interface CatalogueMatch {
  readonly article: ArticleSummary;
  /** Whether it has all the words as they were typed, some of them, or only if some were mistyped. */
  readonly has: 'all' | 'some' | 'guessed';
  /** The words that were mistyped. */
  readonly slips: readonly Slip[];
}

/** The articles that match a word. */
interface Hits {
  readonly term: string;
  readonly hits: readonly SearchResult[];
  readonly guessed: boolean;
}

/** The ids of the articles that may be found; null for all. */
type Wanted = ReadonlySet<string> | null;

/** The share of the words that an article must have: others may be remembered wrongly. */
const SHARE = 2 / 3;
/** The share that is enough if its publisher is named: "TIME magazine". */
const SHARE_OF_PUBLISHER = 1 / 2;

/**
 * A word of up to this many letters that is found nowhere is the beginning of one that is still being typed.
 */
const LONGEST_BEGINNING = 2;

/** How many words keep what was found for them: as many as a few people type at once. */
const WORDS_KEPT = 48;

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
  /** What was found for the words that were looked for last: with every letter, all but one are looked for again. */
  readonly #found = new Map<string, Hits>();
  readonly #ids = new WeakMap<readonly ArticleSummary[], ReadonlySet<string>>();
  readonly #mutex = new Mutex();

  /**
   * Finds the articles that match the words, best first; of equals the newer one first.
   * @param all articles that there are now, newest first
   * @param some of them, the only ones to find; null for all
   */
  async search(
    all: readonly ArticleSummary[],
    words: string,
    some: readonly ArticleSummary[] | null = null,
  ): Promise<CatalogueMatch[]> {
    await this.#mutex.run(() => this.#sync(all));
    const articles = some ?? all;
    const wanted = some === null ? null : this.#idsOf(some);
    const terms = contentTerms(words);
    const publishers = new Set([...this.#names.keys()].filter((name) => this.#isNamed(name, terms)));
    const named =
      publishers.size === 0 ? [] : articles.filter(({ publisher }) => publishers.has(publisher ?? ''));
    const isNamed = new Set(named);
    return [
      ...named.map((article) => ({ article, has: 'all' as const, slips: [] })),
      ...this.#like(terms, wanted).filter(({ article }) => !isNamed.has(article)),
    ];
  }

  #like(words: readonly string[], wanted: Wanted): CatalogueMatch[] {
    const sought = words
      .map((term) => this.#having(term, wanted))
      .filter(({ term, hits }) => hits.length > 0 || term.length > LONGEST_BEGINNING);
    const terms = sought.map(({ term }) => term);
    const found = [...likenesses(sought)].flatMap(([id, likeness]) => {
      const article = this.#known.get(id);
      if (article === undefined || !this.#isEnough(likeness, terms, article)) return [];
      const { score, words, slips } = likeness;
      const has: CatalogueMatch['has'] =
        slips.length > 0 ? 'guessed' : words === terms.length ? 'all' : 'some';
      return [{ article, has, slips, score: score * words, place: this.#places.get(id) ?? 0 }];
    });
    return found
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .map(({ article, has, slips }) => ({ article, has, slips }));
  }

  /** Whether the words name one of these publishers, and nothing else. */
  #isNamed(publisher: string, terms: readonly string[]): boolean {
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
  #having(term: string, wanted: Wanted): Hits {
    // Of a part of the archive, other articles are left out; that is not kept, as the parts are many.
    if (wanted !== null) return this.#lookFor(term, wanted);
    const known = this.#found.get(term) ?? this.#lookFor(term, null);
    this.#found.delete(term);
    this.#found.set(term, known);
    const [oldest] = this.#found.keys();
    if (this.#found.size > WORDS_KEPT && oldest !== undefined) this.#found.delete(oldest);
    return known;
  }

  #lookFor(term: string, wanted: Wanted): Hits {
    // No result is built for an article whose boost is 0.
    const only: SearchOptions = wanted === null ? {} : { boostDocument: (id) => (wanted.has(id) ? 1 : 0) };
    const asTyped = this.#index.search(term, only);
    if (asTyped.length > 0) return { term, hits: asTyped, guessed: false };
    return { term, hits: this.#index.search(term, { ...TYPING_ERRORS, ...only }), guessed: true };
  }

  /** The ids of some articles, kept: who types asks for the same with every letter. */
  #idsOf(some: readonly ArticleSummary[]): ReadonlySet<string> {
    const ids = this.#ids.get(some) ?? new Set(some.map(({ id }) => id));
    this.#ids.set(some, ids);
    return ids;
  }

  async #sync(articles: readonly ArticleSummary[]): Promise<void> {
    // Many searches come at once, and all see the same list until an article comes or goes.
    if (articles === this.#state) return;
    this.#found.clear();
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
      this.#namesOf(article.publisher);
      this.#known.set(article.id, article);
      if (position % STEP === STEP - 1) await nextTurn();
    }
    this.#state = articles;
  }
}

/** @param found the articles that match each of the words */
function likenesses(found: readonly Hits[]): Map<string, Likeness> {
  const all = new Map<string, Likeness>();
  // A short word has tens of thousands of hits with every letter that somebody types, so nothing is copied.
  for (const { term, hits, guessed } of found) {
    for (const { id, score, match, terms } of hits) {
      let likeness = all.get(id);
      if (likeness === undefined) {
        likeness = { score: 0, words: 0, elsewhere: 0, slips: [] };
        all.set(id, likeness);
      }
      likeness.score += score;
      likeness.words += 1;
      if (isElsewhere(match)) likeness.elsewhere += 1;
      if (guessed) likeness.slips.push({ typed: term, meant: terms[0] ?? term });
    }
  }
  return all;
}

/** Whether a word was found outside the publisher's name. */
function isElsewhere(match: SearchResult['match']): boolean {
  for (const term in match) if (match[term]?.some((field) => field !== 'publisher')) return true;
  return false;
}

/**
 * Returns the words as they would be without their slips, spelled as the article does.
 * @example rewritten('axois janury', axios, slips) // 'Axios January'
 */
export function rewritten(words: string, article: ArticleSummary, slips: readonly Slip[]): string {
  const { publisher, label, id, date } = entryOf(article);
  const spelled = new Map(
    tokenise([id, label, date, publisher].join(' ')).map((word) => [foldedTerm(word), word] as const),
  );
  const meant = new Map(slips.map((slip) => [slip.typed, slip.meant]));
  const corrected = tokenise(words).map((word) => {
    const real = meant.get(foldedTerm(word));
    return real === undefined ? word : (spelled.get(real) ?? real);
  });
  return corrected.filter((word) => word !== '').join(' ');
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
