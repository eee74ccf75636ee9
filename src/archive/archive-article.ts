import type { Article } from '../articles/article.js';
import { splitSentences } from '../text/sentences.js';
import type { ArchivedArticle, Sentence } from './passage.js';

/**
 * Version of reading, cleaning and sentence splitting. Raise it when any of them gives a different result:
 * saved indexes are then rebuilt.
 */
export const READING_VERSION = 4;

/** Splits an article into sentences, those of its captions last. */
export function archiveArticle(article: Article): ArchivedArticle {
  const sentences: Sentence[] = [];
  const captions = (article.captions ?? []).map((text) => ({ text, afterBreak: true }));
  [...article.paragraphs, ...captions].forEach(({ text, afterBreak }, paragraph) => {
    splitSentences(text).forEach(({ start, end }, position) => {
      sentences.push({
        text: text.slice(start, end),
        paragraph,
        number: sentences.length,
        afterBreak: afterBreak && position === 0,
      });
    });
  });
  return { ...article, sentences };
}
