import type { ArchivedArticle } from '../passage.js';
import type { PreparedArticle } from '../prepared-article.js';

/** The place where an archive keeps its articles, whole. */
export interface ArticleTexts {
  get(id: string): Promise<ArchivedArticle | undefined>;
  /** Keeps an article; one of the same id is replaced. */
  put(article: ArchivedArticle, prepared?: PreparedArticle): void;
  delete(id: string): void;
  close(): Promise<void>;
}

/** Article texts in memory. */
export class HeldTexts implements ArticleTexts {
  readonly #articles = new Map<string, ArchivedArticle>();

  async get(id: string): Promise<ArchivedArticle | undefined> {
    return this.#articles.get(id);
  }

  put(article: ArchivedArticle): void {
    this.#articles.set(article.id, article);
  }

  delete(id: string): void {
    this.#articles.delete(id);
  }

  async close(): Promise<void> {}
}
