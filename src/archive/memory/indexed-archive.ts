import type { Archive, ArticleSummary } from '../archive.js';
import type { ArchivedArticle } from '../passage.js';
import type { PassageHit, PassageIndex, PassageQuery } from '../passage-index.js';
import type { PreparedArticle } from '../prepared-article.js';
import { newestFirst, summarise, updatedNewestFirst } from '../summary.js';
import { ArchiveViews } from '../views/archive-views.js';
import type { ArticleTexts } from './article-texts.js';

/** An archive made of two parts: one keeps the articles, the other is an index of their passages. */
export class IndexedArchive implements Archive {
  readonly #index: PassageIndex;
  readonly #texts: ArticleTexts;
  readonly #summaries: Map<string, ArticleSummary>;
  readonly #views: ArchiveViews;
  #newestFirst: readonly ArticleSummary[] | null = null;
  /** Ids of the articles that have changed since that list was made. */
  readonly #changed = new Set<string>();

  /** @param summaries of the articles that the index and the texts hold already */
  constructor(index: PassageIndex, texts: ArticleTexts, summaries: Iterable<ArticleSummary> = []) {
    this.#index = index;
    this.#texts = texts;
    this.#views = new ArchiveViews(this, index);
    this.#summaries = new Map(Array.from(summaries, (summary) => [summary.id, summary]));
  }

  get articleCount(): number {
    return this.#summaries.size;
  }

  get passageCount(): number {
    return this.#index.passageCount;
  }

  articles(): readonly ArticleSummary[] {
    if (this.#newestFirst === null) this.#newestFirst = newestFirst([...this.#summaries.values()]);
    else if (this.#changed.size > 0)
      this.#newestFirst = updatedNewestFirst(this.#newestFirst, this.#changed, this.#summaries);
    this.#changed.clear();
    return this.#newestFirst;
  }

  article(id: string): Promise<ArchivedArticle | undefined> {
    return this.#texts.get(id);
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

  /**
   * Adds an article, or replaces the one with the same id.
   * @param prepared the prepared article, if the caller has it already
   */
  async put(article: ArchivedArticle, prepared?: PreparedArticle): Promise<void> {
    await this.#index.add(article, prepared);
    this.#texts.put(article, prepared);
    this.#summaries.set(article.id, summarise(article));
    this.#changed.add(article.id);
  }

  async remove(articleId: string): Promise<void> {
    await this.#index.remove(articleId);
    this.#texts.delete(articleId);
    this.#summaries.delete(articleId);
    this.#changed.add(articleId);
  }

  async close(): Promise<void> {
    await this.#index.close();
    await this.#texts.close();
  }
}
