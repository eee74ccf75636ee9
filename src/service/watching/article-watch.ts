import { setTimeout as sleep } from 'node:timers/promises';
import type { Archive, ArticleSummary } from '../../archive/archive.js';
import { timeOf } from '../../archive/article-time.js';
import type { Store } from '../../store/store.js';
import {
  type FoundArticle,
  lastFound,
  type MatchedSources,
  matchedArticles,
  recordFound,
} from '../../store/watches/alerts.js';
import { type Watch, writeStories } from '../../store/watches/watches.js';
import type { GuildSourceFilters } from '../guild-source-filters.js';
import { ToldArticles } from './told-articles.js';
import { Turns } from './turns.js';
import { WatchedIndex } from './watched-index.js';

/** How often to look for new articles, in milliseconds. */
const LOOK = 3_000;
/** Older articles are no news, though they come in now: nobody hears of them. In milliseconds. */
export const FRESH = 2 * 24 * 60 * 60 * 1000;
/** Of a story, its newest articles tell how it goes on. */
const STORY_ARTICLES = 8;
/** Articles that are for nobody are recorded so many at a time. */
const AT_ONCE = 50;

export interface ArticleWatchContext {
  readonly archive: Archive;
  readonly store: Store;
  /** Tells which articles a watch hears of: those of its guild's sources, or of the shared ones. */
  readonly filters: Pick<GuildSourceFilters, 'of'>;
  readonly warn: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Looks at every new article once and records for which watches it is, in the store, from where it is told. An
 * article is new if it is dated within two days and the store does not know that it was looked at, so that none
 * is lost when the process dies; and as both are recorded at once, none is told twice. One that comes by a further
 * source is new to those who did not have it before.
 */
export class ArticleWatch {
  readonly #context: ArticleWatchContext;
  readonly #now: () => number;
  readonly #watched: WatchedIndex;
  readonly #told: ToldArticles;
  readonly #turns = new Turns();
  #done: Map<string, MatchedSources> | null = null;
  #last = new Map<number, string>();
  #seen: readonly ArticleSummary[] | null = null;

  constructor(context: ArticleWatchContext) {
    this.#context = context;
    this.#now = context.now ?? Date.now;
    this.#watched = new WatchedIndex(context.archive, context.store);
    this.#told = new ToldArticles(context.archive);
  }

  /** Looks for new articles until `leave` is aborted. */
  async run(leave: AbortSignal): Promise<void> {
    let told: string | null = null;
    while (!leave.aborted) {
      try {
        await this.look(leave);
        told = null;
      } catch (error) {
        const line = `New articles could not be compared with the watches: ${error}`;
        if (line !== told && !leave.aborted) this.#context.warn(line);
        told = line;
      }
      await sleep(LOOK, undefined, { signal: leave, ref: false }).catch(() => undefined);
    }
  }

  /** Looks at the articles that are new now, oldest first. */
  async look(leave?: AbortSignal): Promise<void> {
    const { archive, store } = this.#context;
    const articles = archive.articles();
    // The same list means that nothing came in.
    if (articles === this.#seen) return;
    if (this.#done === null) {
      this.#last = await lastFound(store);
      this.#done = await matchedArticles(store);
    }
    const fresh = this.#freshOf(articles, this.#done);
    if (fresh.length > 0) await this.#watched.refresh();
    let unrecorded: FoundArticle[] = [];
    let isWhole = true;
    for (const [at, summary] of fresh.entries()) {
      await this.#turns.next();
      if (leave?.aborted) return;
      const found = await this.#find(summary, this.#done.get(summary.id) ?? undefined);
      unrecorded.push(found);
      if (found.watches.length === 0 && unrecorded.length < AT_ONCE && at < fresh.length - 1) continue;
      if (!(await this.#record(unrecorded, this.#done))) isWhole = false;
      unrecorded = [];
    }
    // Of what another process has recorded meanwhile, there may be more to find.
    this.#seen = isWhole ? articles : null;
  }

  #freshOf(articles: readonly ArticleSummary[], done: ReadonlyMap<string, MatchedSources>): ArticleSummary[] {
    const since = this.#now() - FRESH;
    const end = articles.findIndex((article) => timeOf(article) < since);
    return articles
      .slice(0, end < 0 ? articles.length : end)
      .filter(({ id, sources }) => {
        const before = done.get(id);
        if (before === undefined) return true;
        return before !== null && sources.some((source) => !before.includes(source));
      })
      .reverse();
  }

  async #find(summary: ArticleSummary, before: readonly string[] | undefined): Promise<FoundArticle> {
    const sources = [...new Set([...(before ?? []), ...summary.sources])];
    const watches = await this.#watchesFor(summary, before);
    return { article: summary.id, sources, before, watches };
  }

  async #watchesFor(
    summary: ArticleSummary,
    before: readonly string[] | undefined,
  ): Promise<FoundArticle['watches']> {
    const { archive, filters } = this.#context;
    const article = await archive.article(summary.id);
    if (article === undefined) return [];
    const found: FoundArticle['watches'][number][] = [];
    const isMinor = this.#told.minorAfter(article);
    for (const number of await this.#watched.index.match(article, archive)) {
      const watch = this.#watched.get(number);
      if (watch === undefined || watch.story?.includes(summary.id)) continue;
      const filter = await filters.of(watch.guild);
      if (!filter.acceptsArticle(summary)) continue;
      if (before !== undefined && filter.acceptsArticle({ ...summary, sources: before })) continue;
      found.push({ watch: number, isMinor: await isMinor(this.#last.get(number)) });
      await this.#turns.next();
    }
    return found;
  }

  /** @returns false if another process has recorded one of them meanwhile */
  async #record(found: readonly FoundArticle[], done: Map<string, MatchedSources>): Promise<boolean> {
    const { store } = this.#context;
    const elsewhere = await recordFound(store, found, this.#now());
    const known = elsewhere.length > 0 ? await matchedArticles(store, elsewhere) : new Map();
    for (const { article, sources } of found) done.set(article, known.get(article) ?? sources);
    for (const { article, watches } of found) await this.#remember(article, watches);
    return elsewhere.length === 0;
  }

  /** Notes what the next article is compared with, and that stories have grown. */
  async #remember(id: string, found: FoundArticle['watches']): Promise<void> {
    const grown: Watch[] = [];
    for (const { watch: number } of found) {
      this.#last.set(number, id);
      const watch = this.#watched.get(number);
      if (watch?.story) grown.push({ ...watch, story: [...watch.story, id].slice(-STORY_ARTICLES) });
    }
    await writeStories(this.#context.store, new Map(grown.map((watch) => [watch.id, watch.story ?? []])));
    for (const watch of grown) {
      await this.#watched.grow(watch);
      await this.#turns.next();
    }
  }
}
