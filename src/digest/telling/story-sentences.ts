import { type ArchivedArticle, type Sentence, storySentences } from '../../archive/passage.js';

/** A sentence of a story with its article. */
export interface StorySentence {
  readonly article: ArchivedArticle;
  readonly sentence: Sentence;
}

/** The most sentences of a story that are compared. Time grows with the square of their number. */
const MOST_SENTENCES = 400;
const LEAST_PER_ARTICLE = 5;

/**
 * Returns the sentences of a story that are considered: the first ones of each article, as news puts first
 * what matters.
 */
export function firstSentences(articles: readonly ArchivedArticle[]): StorySentence[] {
  const each = Math.max(LEAST_PER_ARTICLE, Math.floor(MOST_SENTENCES / articles.length));
  return articles.flatMap((article) =>
    storySentences(article)
      .slice(0, each)
      .map((sentence) => ({ article, sentence })),
  );
}
