import { setTimeout as sleep } from 'node:timers/promises';
import type { Archive, ArticleSummary } from '../archive/archive.js';
import { timeOf } from '../archive/article-time.js';
import type { ArchivedArticle } from '../archive/passage.js';
import type { Store } from '../store/store.js';
import { type FoundArticle, lastFound, matchedArticles, recordFound } from '../store/watches/alerts.js';
import { writeStory } from '../store/watches/watches.js';
import { weightsFor } from '../watch/compose-alert.js';
import { saysNothingNew } from '../watch/what-is-new.js';
import type { GuildSourceFilters } from './guild-source-filters.js';
import { WatchedIndex } from './watched-index.js';

/** How often to look for new articles, in milliseconds. */
const LOOK = 3_000;
/** Older articles are no news, though they come in now: nobody hears of them. In milliseconds. */
export const FRESH = 2 * 24 * 60 * 60 * 1000;
/** Of a story, its newest articles tell how it goes on. */
const STORY_ARTICLES = 8;
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
 * is lost when the process dies; and as both are recorded at once, none is told twice.
 */
export class ArticleWatch {
  readonly #context: ArticleWatchContext;
  readonly #now: () => number;
  readonly #watched: WatchedIndex;
  #done: Set<string> | null = null;
  #last = new Map<number, string>();
  #seen: readonly ArticleSummary[] | null = null;

  constructor(context: ArticleWatchContext) {
    this.#context = context;
    this.#now = context.now ?? Date.now;
    this.#watched = new WatchedIndex(context.archive, context.store);
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
    // Articles that are for nobody are recorded many at a time.
    let unrecorded: FoundArticle[] = [];
    for (const [at, summary] of fresh.entries()) {
      if (leave?.aborted) return;
      const watches = await this.#watchesFor(summary);
      unrecorded.push({ article: summary.id, watches });
      if (watches.length === 0 && unrecorded.length < AT_ONCE && at < fresh.length - 1) continue;
      await recordFound(store, unrecorded, this.#now());
      for (const { article } of unrecorded) this.#done.add(article);
      unrecorded = [];
      await this.#remember(summary.id, watches);
    }
    this.#seen = articles;
  }

  #freshOf(articles: readonly ArticleSummary[], done: ReadonlySet<string>): ArticleSummary[] {
    const since = this.#now() - FRESH;
    const end = articles.findIndex((article) => timeOf(article) < since);
    return articles
      .slice(0, end < 0 ? articles.length : end)
      .filter(({ id }) => !done.has(id))
      .reverse();
  }

  async #watchesFor(summary: ArticleSummary): Promise<FoundArticle['watches']> {
    const { archive, filters } = this.#context;
    const article = await archive.article(summary.id);
    if (article === undefined) return [];
    const found: FoundArticle['watches'][number][] = [];
    const isMinor = this.#minorAfter(article);
    for (const number of await this.#watched.index.match(article, archive)) {
      const watch = this.#watched.get(number);
      if (watch === undefined || watch.story?.includes(summary.id)) continue;
      if (!(await filters.of(watch.guild)).acceptsArticle(summary)) continue;
      found.push({ watch: number, isMinor: await isMinor(this.#last.get(number)) });
    }
    return found;
  }

  /** Returns what tells whether an article says hardly more than another. Many watches ask for the same one. */
  #minorAfter(article: ArchivedArticle): (before: string | undefined) => Promise<boolean> {
    const { archive } = this.#context;
    const known = new Map<string, boolean>();
    return async (id) => {
      const before = id === undefined ? undefined : await archive.article(id);
      if (id === undefined || before === undefined) return false;
      const isMinor = known.get(id) ?? saysNothingNew(article, before, await weightsFor(archive, article));
      known.set(id, isMinor);
      return isMinor;
    };
  }

  /** Notes what the next article is compared with, and that stories have grown. */
  async #remember(id: string, found: FoundArticle['watches']): Promise<void> {
    for (const { watch: number } of found) {
      this.#last.set(number, id);
      const watch = this.#watched.get(number);
      if (!watch?.story) continue;
      const story = [...watch.story, id].slice(-STORY_ARTICLES);
      await writeStory(this.#context.store, number, story);
      await this.#watched.grow(watch, story);
    }
  }
}
