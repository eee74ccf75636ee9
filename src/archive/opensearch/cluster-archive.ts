import { setTimeout } from 'node:timers/promises';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { UserError } from '../../user-error.js';
import type { Archive, ArticleSummary } from '../archive.js';
import type { ArchivedArticle } from '../passage.js';
import type { PassageHit, PassageQuery } from '../passage-index.js';
import { summarise } from '../summary.js';
import { ArticleList } from './article-list.js';
import { type Cluster, IMPATIENT } from './cluster.js';
import { editionOf } from './documents.js';
import { fetchArticles } from './fetch-articles.js';
import type { IndexVersion } from './index-version.js';
import { OpenSearchIndex } from './opensearch-index.js';
import { WriteQueue } from './write-queue.js';
import type { Change } from './writer.js';

/** So many articles are kept at hand. */
const AT_HAND = 500;
/** What is written can be found so many milliseconds later. */
const FINDABLE = 1_500;
/** How often to look what other processes changed, in milliseconds. */
const LOOK = 2_000;

/**
 * An archive in a cluster, which several processes may share: what one of them puts there, all of them find. Texts are
 * there too, and are fetched when quoted.
 */
export class ClusterArchive implements Archive {
  readonly #cluster: Cluster;
  readonly #queue: WriteQueue;
  readonly #index: OpenSearchIndex;
  readonly #articles: ArticleList;
  readonly #texts: DataLoader<string, ArchivedArticle | undefined>;
  readonly #closing = new AbortController();
  /** The editions that are on their way, null for removals. */
  readonly #coming = new Map<string, string | null>();
  /** Of a write that nobody waited for. */
  #failure: { readonly error: unknown } | null = null;
  /** When something was changed, and when it was counted what there is, in milliseconds since 1970. */
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
      // An error is nothing to remember.
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

  /** @throws UserError when the cluster is away */
  check(): Promise<void> {
    return this.#index.check();
  }

  /** Whether the cluster holds an article of this name, whoever put it there. */
  holds(articleId: string): boolean {
    return this.#articles.edition(articleId) !== null;
  }

  /**
   * Takes an article to be written; one of the same id is replaced, the same one is left alone. Waits only while too
   * many are being written; `written` tells how it went.
   * @throws UserError when the cluster is away, as `written` does
   */
  async put(article: ArchivedArticle): Promise<void> {
    await this.#change(article, editionOf(article), summarise(article));
  }

  /** Takes an article out, as `put` takes it in. */
  async remove(articleId: string): Promise<void> {
    await this.#change({ id: articleId, removed: true }, null, null);
  }

  /**
   * Resolves when all that was put or removed stands in the cluster; a second later it can be found.
   * @returns the articles that the cluster will never take, each with an error that says why
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

  /** Takes in what other processes change, within seconds, from now on until it is closed. */
  watch(): void {
    this.#watching ??= this.#lookNowAndThen();
  }

  /** Takes in what other processes changed. */
  async look(): Promise<void> {
    const changed = await this.#articles.look();
    for (const id of changed) this.#texts.clear(id);
    const now = Date.now();
    if (changed.length > 0) this.#changed = now;
    // What was changed just now can be found, and counted, a little later.
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
    // Who brings thousands need not bring them all to hear of it.
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
      // When the cluster is away its connection says so, and the next look comes soon.
      if (!signal.aborted) await this.look().catch(() => undefined);
    }
  }
}

function rejectionOf(id: string, reason: string): UserError {
  return new UserError('article-rejected', `The search cluster does not take ${id} (${reason}).`);
}
