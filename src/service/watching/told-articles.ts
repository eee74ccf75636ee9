import { LRUCache } from 'lru-cache';
import type { Archive } from '../../archive/archive.js';
import type { ArchivedArticle } from '../../archive/passage.js';
import type { TermWeight } from '../../digest/term-vector.js';
import { weightsFor } from '../../watch/compose-alert.js';
import { ToldArticle } from '../../watch/told-article.js';
import { saysNothingNew } from '../../watch/what-is-new.js';

/** So many articles keep what was worked out of them: those that watches heard of last are compared again and again. */
const KEPT = 300;

/** Tells whether an article says hardly more than the one that a watch heard of before. */
export class ToldArticles {
  readonly #told = new LRUCache<string, ToldArticle>({ max: KEPT });

  constructor(private readonly archive: Archive) {}

  /** Returns the comparison of one article with others. Many watches ask for the same one. */
  minorAfter(article: ArchivedArticle): (before: string | undefined) => Promise<boolean> {
    const told = this.#keep(article);
    const known = new Map<string, boolean>();
    let weight: TermWeight | null = null;
    return async (id) => {
      if (id === undefined) return false;
      const before = known.has(id) ? undefined : await this.#get(id);
      if (before === undefined) return known.get(id) ?? false;
      weight ??= await weightsFor(this.archive, article);
      const isMinor = saysNothingNew(told, before, weight);
      known.set(id, isMinor);
      return isMinor;
    };
  }

  async #get(id: string): Promise<ToldArticle | undefined> {
    const article = await this.archive.article(id);
    return article && this.#keep(article);
  }

  /** An article may have been corrected since it was kept. */
  #keep(article: ArchivedArticle): ToldArticle {
    const known = this.#told.get(article.id);
    if (known?.article.sentences === article.sentences) return known;
    const told = new ToldArticle(article);
    this.#told.set(article.id, told);
    return told;
  }
}
