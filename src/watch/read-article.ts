import { type ArchivedArticle, storySentences } from '../archive/passage.js';
import { type Token, tokenise } from '../text/tokens.js';

/** Sentences further down are background, and not read. */
const SENTENCES_READ = 30;

/** An article as it is compared with watches: the content words of its title and of its first sentences. */
export interface ArticleWords {
  readonly title: readonly Token[];
  readonly sentences: readonly (readonly Token[])[];
}

export function wordsOfArticle(article: ArchivedArticle): ArticleWords {
  const content = (text: string): Token[] => tokenise(text).filter(({ stop }) => !stop);
  return {
    title: content(article.title ?? ''),
    sentences: storySentences(article)
      .slice(0, SENTENCES_READ)
      .map(({ text }) => content(text)),
  };
}
