import type { Article } from '../articles/article.js';
import type { ArchivedArticle, DateMention, Sentence } from './passage.js';

/** An archived article as it is saved: sentences point into their paragraphs instead of repeating them. */
export interface PackedArticle {
  readonly article: Article;
  readonly sentences: readonly PackedSentence[];
}

/** Paragraph, character offsets in it, 1 after a break, dates. */
type PackedSentence = readonly [number, number, number, 0 | 1, readonly DateMention[]];

export function pack({ sentences, ...article }: ArchivedArticle): PackedArticle {
  let paragraph = 0;
  let end = 0;
  const packed = sentences.map((sentence): PackedSentence => {
    if (sentence.paragraph !== paragraph) end = 0;
    paragraph = sentence.paragraph;
    const start = (article.paragraphs[paragraph]?.text ?? '').indexOf(sentence.text, end);
    if (start < 0) throw new Error(`sentence ${sentence.number} is not in its paragraph of ${article.id}`);
    end = start + sentence.text.length;
    return [paragraph, start, end, sentence.afterBreak ? 1 : 0, sentence.dates];
  });
  return { article, sentences: packed };
}

export function unpack({ article, sentences }: PackedArticle): ArchivedArticle {
  return {
    ...article,
    sentences: sentences.map(
      ([paragraph, start, end, afterBreak, dates], number): Sentence => ({
        text: (article.paragraphs[paragraph]?.text ?? '').slice(start, end),
        paragraph,
        number,
        afterBreak: afterBreak === 1,
        dates,
      }),
    ),
  };
}
