import type { ArticleTerms } from '../article-terms.js';

/** What an index holds of an article. */
export interface IndexedArticle {
  readonly id: string;
  /** Its source keys, see `sourcesOf`. */
  readonly sources: readonly string[];
  readonly terms: ArticleTerms;
}
