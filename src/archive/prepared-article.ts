import type { ArticleTerms } from './article-terms.js';
import { renumbered, termsOfArticle } from './article-terms.js';
import { packArticle } from './packed-article.js';
import type { ArchivedArticle } from './passage.js';
import { Vocabulary } from './vocabulary.js';

/** What takes long to find out about an article; plain data, which can be sent to another thread. */
export interface PreparedArticle {
  readonly packed: Uint8Array;
  /** Its different terms. */
  readonly vocabulary: readonly string[];
  /** With the numbers that terms have in its own vocabulary. */
  readonly terms: ArticleTerms;
}

export function prepareArticle(article: ArchivedArticle): PreparedArticle {
  const vocabulary = new Vocabulary();
  const terms = termsOfArticle(article, vocabulary);
  return { packed: packArticle(article), vocabulary: vocabulary.terms, terms };
}

/** Its terms with the numbers of a larger vocabulary, which learns those that it lacks. */
export function termsIn(vocabulary: Vocabulary, prepared: PreparedArticle): ArticleTerms {
  const numbers = Uint32Array.from(prepared.vocabulary, (term) => vocabulary.numberOf(term));
  return renumbered(prepared.terms, numbers);
}
