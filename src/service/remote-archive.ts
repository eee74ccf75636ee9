import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Archive, ArticleSummary } from '../archive/archive.js';
import { unpackArticle } from '../archive/packed-article.js';
import type { ArchivedArticle } from '../archive/passage.js';
import type { PassageHit, PassageQuery, PassageSearch } from '../archive/passage-index.js';
import { newestFirst } from '../archive/summary.js';
import { ArchiveViews } from '../archive/views/archive-views.js';
import type { ArchiveCalls, CatalogueChanges } from './answering-calls.js';
import type { Sources } from './archive-service.js';

/** Articles that are kept unpacked. */
const AT_HAND = 30;

/**
 * The archive as an answering thread sees it: the service's thread searches and reads for it. Only the summaries of the
 * articles are here, too, and the articles read last.
 */
export class RemoteArchive implements Archive {
  readonly #search: RemoteSearch;
  readonly #views: ArchiveViews;
  readonly #summaries = new Map<string, ArticleSummary>();
  readonly #atHand = new LRUCache<string, ArchivedArticle>({ max: AT_HAND });
  /** Asks for all articles of a question in one call. */
  readonly #packed: DataLoader<string, Uint8Array | undefined>;
  #newestFirst: readonly ArticleSummary[] | null = null;

  constructor(calls: ArchiveCalls) {
    this.#search = new RemoteSearch(calls, null);
    this.#views = new ArchiveViews(this, { within: (sources) => new RemoteSearch(calls, sources) });
    this.#packed = new DataLoader((ids) => calls.articles(ids).then((packed) => [...packed]), {
      cache: false,
    });
  }

  get articleCount(): number {
    return this.#summaries.size;
  }

  /** 0 until frequencies have been asked for. */
  get passageCount(): number {
    return this.#search.passageCount;
  }

  articles(): readonly ArticleSummary[] {
    this.#newestFirst ??= newestFirst([...this.#summaries.values()]);
    return this.#newestFirst;
  }

  async article(id: string): Promise<ArchivedArticle | undefined> {
    const known = this.#atHand.get(id);
    if (known !== undefined) return known;
    const summary = this.#summaries.get(id);
    const packed = await this.#packed.load(id);
    if (packed === undefined) return undefined;
    const article = unpackArticle(packed);
    // It may have been replaced in the meantime.
    if (this.#summaries.get(id) === summary) this.#atHand.set(id, article);
    return article;
  }

  search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.#search.search(query);
  }

  documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#search.documentFrequencies(terms);
  }

  within(sources: readonly string[]): Archive {
    return this.#views.of(sources);
  }

  /** Takes note of what has changed in the archive. */
  learn({ put, gone }: CatalogueChanges): void {
    for (const id of gone) this.#summaries.delete(id);
    for (const summary of put) this.#summaries.set(summary.id, summary);
    for (const id of [...gone, ...put.map((summary) => summary.id)]) this.#atHand.delete(id);
    this.#newestFirst = null;
  }

  async close(): Promise<void> {}
}

class RemoteSearch implements PassageSearch {
  passageCount = 0;

  constructor(
    private readonly calls: ArchiveCalls,
    private readonly within: Sources | null,
  ) {}

  search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.calls.search(query, this.within);
  }

  async documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    const { frequencies, passageCount } = await this.calls.frequencies(terms, this.within);
    this.passageCount = passageCount;
    return frequencies;
  }
}
