import type { Archive, ArticleSummary } from './archive.js';
import { timeOf } from './article-time.js';
import { articleLabel } from './label.js';
import type { ArchivedArticle } from './passage.js';
import type { PassageHit, PassageIndex, PassageQuery } from './passage-index.js';
import { publisherNames } from './publishers.js';

/** An archive whose articles are held in memory, beside an index of their passages. */
export class MemoryArchive implements Archive {
  readonly #index: PassageIndex;
  readonly #articles = new Map<string, ArchivedArticle>();
  readonly #summaries = new Map<string, ArticleSummary>();
  #newestFirst: readonly ArticleSummary[] | null = null;

  /** @param articles those that the index holds already */
  constructor(index: PassageIndex, articles: Iterable<ArchivedArticle> = []) {
    this.#index = index;
    for (const article of articles) this.#keep(article);
  }

  get articleCount(): number {
    return this.#articles.size;
  }

  get passageCount(): number {
    return this.#index.passageCount;
  }

  articles(): readonly ArticleSummary[] {
    this.#newestFirst ??= newestFirst([...this.#summaries.values()]);
    return this.#newestFirst;
  }

  async article(id: string): Promise<ArchivedArticle | undefined> {
    return this.#articles.get(id);
  }

  search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.#index.search(query);
  }

  documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#index.documentFrequencies(terms);
  }

  /** Adds an article; one of the same id is replaced. */
  async put(article: ArchivedArticle): Promise<void> {
    await this.#index.add(article);
    this.#keep(article);
  }

  async remove(articleId: string): Promise<void> {
    await this.#index.remove(articleId);
    this.#articles.delete(articleId);
    this.#summaries.delete(articleId);
    this.#newestFirst = null;
  }

  close(): Promise<void> {
    return this.#index.close();
  }

  /** In the order of coming. */
  protected held(): readonly ArchivedArticle[] {
    return [...this.#articles.values()];
  }

  #keep(article: ArchivedArticle): void {
    this.#articles.set(article.id, article);
    this.#summaries.set(article.id, summarise(article));
    this.#newestFirst = null;
  }
}

export function summarise(article: ArchivedArticle): ArticleSummary {
  const { id, file, title, published, added, updated, url } = article;
  return {
    id,
    file,
    title,
    publisher: publisherNames(article),
    published,
    added,
    ...(updated ? { updated } : {}),
    url,
    label: articleLabel(article),
    sentenceCount: article.sentences.length,
  };
}

export function newestFirst(articles: readonly ArticleSummary[]): ArticleSummary[] {
  // Dates are read once: sorting compares each of thousands a dozen times, with every article that comes in.
  const timed = articles.map((article) => ({ article, time: timeOf(article) }));
  timed.sort((a, b) => b.time - a.time || (a.article.id < b.article.id ? -1 : 1));
  return timed.map(({ article }) => article);
}
