import type { ArticleTerms } from './article-terms.js';
import { renumbered, termsOfArticle } from './article-terms.js';
import { packArticle } from './packed-article.js';
import type { ArchivedArticle } from './passage.js';
import { Vocabulary } from './vocabulary.js';

/** The results of the slow work on an article. Plain data, so that it can be sent to another thread. */
export interface PreparedArticle {
  readonly packed: Uint8Array;
  /** Its different terms. */
  readonly vocabulary: readonly string[];
  /** The numbers in it refer to the article's own vocabulary. */
  readonly terms: ArticleTerms;
}

export function prepareArticle(article: ArchivedArticle): PreparedArticle {
  const vocabulary = new Vocabulary();
  const terms = termsOfArticle(article, vocabulary);
  return { packed: packArticle(article), vocabulary: vocabulary.terms, terms };
}

/**
 * Returns an article's terms with the numbers of a larger vocabulary. Terms that it lacks are added to it.
 */
export function termsIn(vocabulary: Vocabulary, prepared: PreparedArticle): ArticleTerms {
  const numbers = Uint32Array.from(prepared.vocabulary, (term) => vocabulary.numberOf(term));
  return renumbered(prepared.terms, numbers);
}
