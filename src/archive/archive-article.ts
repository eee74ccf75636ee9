import type { Article } from '../articles/article.js';
import { resolveDates } from '../text/dates.js';
import { splitSentences } from '../text/sentences.js';
import type { ArchivedArticle, Sentence } from './passage.js';

/** Raise it when readers, cleaning, sentences or dates give something else than before: a saved index is rebuilt. */
export const READING_VERSION = 2;

/** Splits an article into sentences and resolves the dates they mention against the article's own date. */
export function archiveArticle(article: Article): ArchivedArticle {
  const sentences: Sentence[] = [];
  article.paragraphs.forEach(({ text, afterBreak }, paragraph) => {
    splitSentences(text).forEach(({ start, end }, position) => {
      const sentence = text.slice(start, end);
      sentences.push({
        text: sentence,
        paragraph,
        number: sentences.length,
        afterBreak: afterBreak && position === 0,
        dates: resolveDates(sentence, article.published),
      });
    });
  });
  return { ...article, sentences };
}
