import type { ArticleTerms } from './article-terms.js';
import { renumbered, termsOfArticle } from './article-terms.js';
import { packArticle } from './packed-article.js';
import type { ArchivedArticle } from './passage.js';
import { Vocabulary } from './vocabulary.js';

/** The results of the slow work on an article. Plain data, so that it can be sent to another thread. */
export interface PreparedArticle {
  readonly packed: Uint8Array;
  /**
   * Its different terms, and others. Articles that were read by the same thread share one, so that a term is sent, and looked up,
   * once; it may grow.
   */
  readonly vocabulary: readonly string[];
  /** The numbers in it refer to this vocabulary. */
  readonly terms: ArticleTerms;
}

/** @param vocabulary that of the articles read together with it */
export function prepareArticle(article: ArchivedArticle, vocabulary = new Vocabulary()): PreparedArticle {
  const terms = termsOfArticle(article, vocabulary);
  return { packed: packArticle(article), vocabulary: vocabulary.terms, terms };
}

/** What the terms of a vocabulary are numbered in a larger one. */
interface Numbers {
  readonly of: Vocabulary;
  /** 1 + the number; 0 where it has not been looked up. */
  known: Uint32Array;
}

const numbersOf = new WeakMap<readonly string[], Numbers>();

/**
 * Returns an article's terms with the numbers of a larger vocabulary. Terms that it lacks are added to it, in the order in
 * which the article has them.
 */
export function termsIn(vocabulary: Vocabulary, { vocabulary: own, terms }: PreparedArticle): ArticleTerms {
  let numbers = numbersOf.get(own);
  if (numbers?.of !== vocabulary) {
    numbers = { of: vocabulary, known: new Uint32Array(own.length) };
    numbersOf.set(own, numbers);
  }
  if (numbers.known.length < own.length) {
    const larger = new Uint32Array(2 * own.length);
    larger.set(numbers.known);
    numbers.known = larger;
  }
  const { known } = numbers;
  return renumbered(terms, (term) => {
    if (known[term] === 0) known[term] = vocabulary.numberOf(own[term] ?? '') + 1;
    return (known[term] ?? 1) - 1;
  });
}
