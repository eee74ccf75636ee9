import { type ArchivedArticle, storySentences } from './passage.js';

const KEY_SENTENCES = 3;

/**
 * Returns the sentences that say what an article is about: the first three, as news puts the main point
 * first.
 */
export function keySentences(article: ArchivedArticle): readonly string[] {
  return storySentences(article)
    .slice(0, KEY_SENTENCES)
    .map((sentence) => sentence.text);
}
