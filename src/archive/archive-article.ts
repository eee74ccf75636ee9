import type { Article, Paragraph } from '../articles/article.js';
import { type Span, splitSentences } from '../text/sentences.js';
import type { ArchivedArticle, Sentence } from './passage.js';

/**
 * Version of reading, cleaning and sentence splitting. Raise it when any of them gives a different result:
 * saved indexes are then rebuilt.
 */
export const READING_VERSION = 6;

/**
 * Splits an article into sentences, those of its captions last. A row of a table and an embedded post are one
 * sentence each, so that they are quoted whole; a heading is none.
 */
export function archiveArticle(article: Article): ArchivedArticle {
  const sentences: Sentence[] = [];
  const captions = (article.captions ?? []).map((text): Paragraph => ({ text, afterBreak: true }));
  [...article.paragraphs, ...captions].forEach((each, paragraph) => {
    const { text, afterBreak } = each;
    sentenceSpans(each).forEach(({ start, end }, position) => {
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

function sentenceSpans({ text, kind }: Paragraph): Span[] {
  if (kind === 'heading') return [];
  return kind === undefined ? splitSentences(text) : [{ start: 0, end: text.length }];
}
