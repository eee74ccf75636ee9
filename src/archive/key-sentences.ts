import { type ArchivedArticle, storySentences } from './passage.js';

const KEY_SENTENCES = 3;

/** The sentences that say what an article is about: news puts them first. */
export function keySentences(article: ArchivedArticle): readonly string[] {
  return storySentences(article)
    .slice(0, KEY_SENTENCES)
    .map((sentence) => sentence.text);
}
