import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { ArchivedArticle } from '../passage.js';
import type { PassageHit, PassageIndex, PassageQuery, PassageSearch } from '../passage-index.js';
import { ClusterSearch } from './cluster-search.js';
import type { Cluster } from './connection/cluster.js';
import type { IndexVersion } from './index-version.js';
import { WriteQueue } from './write-queue.js';
import type { Change } from './writer.js';

/** For how many views the counts are kept. */
const VIEWS = 64;

/** The passages in a cluster: what is written there, and the searches over it. */
export class OpenSearchIndex implements PassageIndex {
  readonly #cluster: Cluster;
  readonly #indexVersion: IndexVersion;
  readonly #queue: WriteQueue;
  readonly #all: ClusterSearch;
  readonly #views = new LRUCache<string, ClusterSearch>({ max: VIEWS });
  #refreshing: Promise<void> | null = null;
  #nextRefresh: Promise<void> | null = null;

  private constructor(cluster: Cluster, indexVersion: IndexVersion, queue: WriteQueue) {
    this.#cluster = cluster;
    this.#indexVersion = indexVersion;
    this.#queue = queue;
    this.#all = new ClusterSearch(cluster, indexVersion);
  }

  /** @throws UserError when the cluster is away */
  static async open(
    cluster: Cluster,
    indexVersion: IndexVersion,
    queue = new WriteQueue(cluster, indexVersion),
  ): Promise<OpenSearchIndex> {
    const index = new OpenSearchIndex(cluster, indexVersion, queue);
    // Includes what other processes have just written.
    await index.refresh();
    return index;
  }

  get articleCount(): number {
    return this.#all.articleCount;
  }

  get passageCount(): number {
    return this.#all.passageCount;
  }

  /** @throws UserError when the cluster is away */
  search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.#all.search(query);
  }

  /** @throws UserError when the cluster is away */
  documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#all.documentFrequencies(terms);
  }

  within(sources: readonly string[]): PassageSearch {
    const key = sources.toSorted().join('\n');
    // Asked for anew each time, so that what is forgotten here is nowhere held.
    const view = (): ClusterSearch => {
      const search = this.#views.get(key) ?? new ClusterSearch(this.#cluster, this.#indexVersion, sources);
      this.#views.set(key, search);
      return search;
    };
    return {
      get passageCount() {
        return view().passageCount;
      },
      search: (query) => view().search(query),
      documentFrequencies: (terms) => view().documentFrequencies(terms),
    };
  }

  /** Resolves when its passages can be found. */
  async add(article: ArchivedArticle): Promise<void> {
    await this.#change(article);
  }

  async remove(articleId: string): Promise<void> {
    await this.#change({ id: articleId, removed: true });
  }

  async #change(change: Change): Promise<void> {
    const outcome = await this.#queue.push(change);
    if (typeof outcome === 'object') throw new Error(`${change.id}: ${outcome.rejected}`);
    if (outcome === 'changed') await this.refresh();
  }

  async close(): Promise<void> {
    await this.#queue.idle();
  }

  /**
   * Makes everything written findable now instead of within a second. A call during a refresh gets the next
   * one.
   */
  refresh(): Promise<void> {
    if (this.#refreshing === null) {
      this.#refreshing = this.#refresh().finally(() => {
        this.#refreshing = null;
      });
      return this.#refreshing;
    }
    this.#nextRefresh ??= this.#refreshing
      .catch(() => undefined)
      .then(() => {
        this.#nextRefresh = null;
        return this.refresh();
      });
    return this.#nextRefresh;
  }

  async #refresh(): Promise<void> {
    const index = [this.#indexVersion.articles, this.#indexVersion.passages];
    await this.#cluster.ask(z.unknown(), (client, patience) => client.indices.refresh({ index }, patience));
    await this.recount();
  }

  /** Counts the contents again, after this or another process has changed them. */
  async recount(): Promise<void> {
    await this.#all.recount();
    for (const view of this.#views.values()) view.forget();
  }

  /** @throws UserError when the cluster is away */
  check(): Promise<void> {
    return this.#all.check();
  }
}
