import type { Archive, ArticleSummary } from '../archive.js';
import type { ArchivedArticle } from '../passage.js';
import type { PassageHit, PassageQuery, PassageSearch } from '../passage-index.js';
import { SourceFilter } from './source-filter.js';

/** The articles of an archive that came by some sources. */
export class ArchiveView implements Archive {
  readonly whole: Archive;
  readonly #sources: readonly string[];
  readonly #filter: SourceFilter;
  readonly #search: PassageSearch;
  #seen: readonly ArticleSummary[] | null = null;
  #articles: readonly ArticleSummary[] = [];

  /** @param search over the passages of these sources */
  constructor(whole: Archive, sources: readonly string[], search: PassageSearch) {
    this.whole = whole;
    this.#sources = sources;
    this.#filter = new SourceFilter(sources);
    this.#search = search;
  }

  get articleCount(): number {
    return this.articles().length;
  }

  get passageCount(): number {
    return this.#search.passageCount;
  }

  articles(): readonly ArticleSummary[] {
    const all = this.whole.articles();
    // The list stays the same until an article comes or goes: what is made from it is kept by it.
    if (all !== this.#seen) this.#articles = all.filter((article) => this.#filter.acceptsArticle(article));
    this.#seen = all;
    return this.#articles;
  }

  async article(id: string): Promise<ArchivedArticle | undefined> {
    const article = await this.whole.article(id);
    return article !== undefined && this.#filter.acceptsArticle(article) ? article : undefined;
  }

  search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.#search.search(query);
  }

  documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#search.documentFrequencies(terms);
  }

  /** A view of a view: only sources that are in both. */
  within(sources: readonly string[]): Archive {
    return this.whole.within(sources.filter((source) => this.#sources.includes(source)));
  }

  async check(): Promise<void> {
    await this.whole.check?.();
    // A cluster counts the passages of a view when it is first asked.
    await this.#search.documentFrequencies([]);
  }

  async close(): Promise<void> {}
}
