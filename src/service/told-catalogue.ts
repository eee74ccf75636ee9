import type { ArticleSummary } from '../archive/archive.js';
import type { CatalogueChanges } from './answering-calls.js';

/** What another thread knows of the articles of an archive. */
export class ToldCatalogue {
  #told: readonly ArticleSummary[] = [];

  /**
   * What the other thread has to be told, and is taken to know from then on; null for nothing.
   * @param articles all that there are now; the same list as before while none came, changed or went
   */
  changesTo(articles: readonly ArticleSummary[]): CatalogueChanges | null {
    if (articles === this.#told) return null;
    const known = new Set(this.#told);
    const ids = new Set(articles.map(({ id }) => id));
    const put = articles.filter((article) => !known.has(article));
    const gone = this.#told.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
    this.#told = articles;
    return put.length + gone.length === 0 ? null : { put, gone };
  }
}
