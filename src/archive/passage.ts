import type { Article } from '../articles/article.js';

/** One sentence of an article, with its place in it. */
export interface Sentence {
  /** Verbatim, a substring of its paragraph. */
  readonly text: string;
  /** 0-based number of its paragraph; people are shown 1-based numbers. The captions are numbered on after the last paragraph. */
  readonly paragraph: number;
  /** 0-based number among all sentences of the article; equals its position in `ArchivedArticle.sentences`. */
  readonly number: number;
  /**
   * True if something was cleaned out right before it, so that it does not continue the previous sentence.
   */
  readonly afterBreak: boolean;
}

/** An article split into sentences: what the archive keeps. */
export interface ArchivedArticle extends Article {
  readonly sentences: readonly Sentence[];
}

/**
 * Returns the text of a paragraph or caption by its 0-based number; an empty string if the article has none
 * with that number.
 */
export function paragraphText({ paragraphs, captions = [] }: Article, number: number): string {
  return paragraphs[number]?.text ?? captions[number - paragraphs.length] ?? '';
}

export function isCaption({ paragraphs }: Article, { paragraph }: Sentence): boolean {
  return paragraph >= paragraphs.length;
}

/** The sentences of the running text, without rows of tables, embedded posts and captions. */
export function storySentences(article: ArchivedArticle): readonly Sentence[] {
  return article.sentences.filter(
    (sentence) => !isCaption(article, sentence) && article.paragraphs[sentence.paragraph]?.kind === undefined,
  );
}

/** A run of a few consecutive sentences: the unit that is indexed and found. */
export interface Passage {
  /** `<article id>#<number>` */
  readonly id: string;
  readonly article: string;
  /** Sentence numbers, both inclusive. */
  readonly first: number;
  readonly last: number;
}
