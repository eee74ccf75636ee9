import { setTimeout } from 'node:timers/promises';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { UserError } from '../../user-error.js';
import type { Archive, ArticleSummary } from '../archive.js';
import type { ArchivedArticle } from '../passage.js';
import type { PassageHit, PassageQuery } from '../passage-index.js';
import { summarise } from '../summary.js';
import { ArchiveViews } from '../views/archive-views.js';
import { ArticleList } from './article-list.js';
import { type Cluster, IMPATIENT } from './connection/cluster.js';
import { editionOf } from './documents.js';
import { fetchArticles } from './fetch-articles.js';
import type { IndexVersion } from './index-version.js';
import { OpenSearchIndex } from './opensearch-index.js';
import { WriteQueue } from './write-queue.js';
import type { Change } from './writer.js';

/** Size of the article cache. */
const AT_HAND = 500;
/** A write can be found after this many milliseconds. */
const FINDABLE = 1_500;
/** How often to look for changes by other processes, in milliseconds. */
const LOOK = 2_000;

/**
 * An archive in a cluster, which several processes may share: all of them find what any of them puts there.
 * Texts are stored there too, and are fetched when they are quoted.
 */
export class ClusterArchive implements Archive {
  readonly #cluster: Cluster;
  readonly #queue: WriteQueue;
  readonly #index: OpenSearchIndex;
  readonly #articles: ArticleList;
  readonly #views: ArchiveViews;
  readonly #texts: DataLoader<string, ArchivedArticle | undefined>;
  readonly #closing = new AbortController();
  /** The editions that are being written, by article id; null for removals. */
  readonly #coming = new Map<string, string | null>();
  /** The error of a write that nobody waited for; null if there was none. */
  #failure: { readonly error: unknown } | null = null;
  /** When something last changed, and when the contents were last counted, in milliseconds since 1970. */
  #changed = 0;
  #counted = Date.now();
  #rejected = new Map<string, UserError>();
  #watching: Promise<void> | null = null;

  private constructor(
    cluster: Cluster,
    indexVersion: IndexVersion,
    queue: WriteQueue,
    index: OpenSearchIndex,
    articleList: ArticleList,
  ) {
    this.#cluster = cluster;
    this.#queue = queue;
    this.#index = index;
    this.#articles = articleList;
    this.#views = new ArchiveViews(this, index);
    this.#texts = new DataLoader((ids) => fetchArticles(cluster, indexVersion.articles, ids, IMPATIENT), {
      maxBatchSize: 100,
      cacheMap: new LRUCache<string, Promise<ArchivedArticle | undefined>>({ max: AT_HAND }),
    });
  }

  /** @throws UserError when the cluster is away */
  static async open(
    cluster: Cluster,
    indexVersion: IndexVersion,
    queue = new WriteQueue(cluster, indexVersion),
  ): Promise<ClusterArchive> {
    const index = await OpenSearchIndex.open(cluster, indexVersion, queue);
    const articleList = new ArticleList(cluster, indexVersion);
    await articleList.load();
    return new ClusterArchive(cluster, indexVersion, queue, index, articleList);
  }

  get articleCount(): number {
    return this.#articles.size;
  }

  get passageCount(): number {
    return this.#index.passageCount;
  }

  articles(): readonly ArticleSummary[] {
    return this.#articles.list();
  }

  /** @throws UserError when the cluster is away */
  async article(id: string): Promise<ArchivedArticle | undefined> {
    try {
      return await this.#texts.load(id);
    } catch (error) {
      // An error must not stay in the cache.
      this.#texts.clear(id);
      throw error;
    }
  }

  search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.#index.search(query);
  }

  documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#index.documentFrequencies(terms);
  }

  within(sources: readonly string[]): Archive {
    return this.#views.of(sources);
  }

  /** @throws UserError when the cluster is away */
  check(): Promise<void> {
    return this.#index.check();
  }

  /** Whether the cluster holds an article of this name, whoever put it there. */
  holds(articleId: string): boolean {
    return this.#articles.edition(articleId) !== null;
  }

  /**
   * Queues an article to be written, in place of any with the same id. Does nothing if the same edition is
   * there. Waits only while too many are being written; `written` reports how it went.
   * @throws UserError when the cluster is away, as `written` does
   */
  async put(article: ArchivedArticle): Promise<void> {
    await this.#change(article, editionOf(article), summarise(article));
  }

  /** Queues an article's removal, as `put` queues a write. */
  async remove(articleId: string): Promise<void> {
    await this.#change({ id: articleId, removed: true }, null, null);
  }

  /**
   * Resolves when everything that was put or removed has been written to the cluster; a second later it can
   * be found.
   * @returns the articles that the cluster will never accept, each with an error that says why
   * @throws UserError when the cluster is away; everything since the last call has to be put or removed again
   */
  async written(): Promise<ReadonlyMap<string, UserError>> {
    await this.#queue.idle();
    const [failure, rejected] = [this.#failure, this.#rejected];
    this.#failure = null;
    this.#rejected = new Map();
    if (failure !== null) throw failure.error;
    return rejected;
  }

  /** Makes what is written findable at once. */
  refresh(): Promise<void> {
    return this.#index.refresh();
  }

  /** Notices changes by other processes within seconds, until the archive is closed. */
  watch(): void {
    this.#watching ??= this.#lookNowAndThen();
  }

  /** Looks for changes by other processes. */
  async look(): Promise<void> {
    const changed = await this.#articles.look();
    for (const id of changed) this.#texts.clear(id);
    const now = Date.now();
    if (changed.length > 0) this.#changed = now;
    // A recent change can be found, and counted, a little later.
    if (this.#changed + FINDABLE < this.#counted) return;
    this.#counted = now;
    await this.#index.recount();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#watching;
    await this.#queue.idle();
    await this.#cluster.close();
  }

  async #change(change: Change, edition: string | null, summary: ArticleSummary | null): Promise<void> {
    // Whoever puts thousands should hear of a failure before the last.
    if (this.#failure !== null) await this.written();
    const { id } = change;
    const coming = this.#coming.get(id);
    if (edition === (coming === undefined ? this.#articles.edition(id) : coming)) return;
    this.#coming.set(id, edition);
    await this.#queue.room();
    this.#queue
      .push(change)
      .then(
        (outcome) => {
          if (typeof outcome === 'object') this.#rejected.set(id, rejectionOf(id, outcome.rejected));
          else this.#articles.note(id, edition, summary);
          this.#changed = Date.now();
        },
        (error: unknown) => {
          this.#failure ??= { error };
        },
      )
      .finally(() => {
        if (this.#coming.get(id) === edition) this.#coming.delete(id);
        this.#texts.clear(id);
      });
  }

  async #lookNowAndThen(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await setTimeout(LOOK, undefined, { signal, ref: false }).catch(() => undefined);
      // If the cluster is away, its connection reports it, and the next look comes soon.
      if (!signal.aborted) await this.look().catch(() => undefined);
    }
  }
}

function rejectionOf(id: string, reason: string): UserError {
  return new UserError('article-rejected', `The search cluster does not take ${id} (${reason}).`);
}
