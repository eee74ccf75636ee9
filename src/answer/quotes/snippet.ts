import { articleLabel } from '../../archive/label.js';
import { type ArchivedArticle, isCaption, paragraphText } from '../../archive/passage.js';
import { publisherNames } from '../../archive/publishers.js';
import { UserError } from '../../user-error.js';
import type { Snippet, Source } from '../answer.js';
import type { RankedSentence } from '../ranking/rank.js';
import type { Extent } from './extent.js';

/** A quote around a ranked sentence with its source; which of its words answer is told later. */
export function makeSnippet(ranked: RankedSentence, [first, last]: Extent): Snippet {
  const { article, sentence } = ranked;
  return {
    text: verbatim(article, first, last).text,
    highlight: null,
    source: sourceOf(article),
    first,
    last,
    paragraph: (article.sentences[first]?.paragraph ?? sentence.paragraph) + 1,
    ...(isCaption(article, sentence) ? { caption: true } : {}),
    sentences: placesOf(article, first, last),
    score: ranked.score,
    alsoIn: [],
  };
}

function placesOf(article: ArchivedArticle, first: number, last: number): NonNullable<Snippet['sentences']> {
  let start = 0;
  return article.sentences.slice(first, last + 1).map(({ paragraph, text }) => {
    const place = { start, paragraph: paragraph + 1 };
    start += text.length + 1;
    return place;
  });
}

export function sourceOf(article: ArchivedArticle): Source {
  const { id, title, published, updated, url } = article;
  return {
    article: id,
    title,
    label: articleLabel(article),
    publisher: publisherNames(article),
    published,
    ...(updated ? { updated } : {}),
    url,
  };
}

/** The words of sentences, one after another; unchecked. */
export function wordsIn(article: ArchivedArticle, first: number, last: number): string {
  return article.sentences
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * The words of sentences as they stand in the article, and where one of the sentences begins in them. The one place
 * where quotes are made: what is not in the article, white space aside, never leaves it.
 *
 * @throws UserError `quote-not-verbatim`, when the sentences are not the article's (a damaged index)
 */
export function verbatim(
  article: ArchivedArticle,
  first: number,
  last: number,
  anchor = first,
): { readonly text: string; readonly offset: number } {
  const sentences = article.sentences.slice(first, last + 1);
  const text = wordsIn(article, first, last);
  const offset = sentences
    .filter(({ number }) => number < anchor)
    .reduce((sum, sentence) => sum + sentence.text.length + 1, 0);
  const held = new Set(sentences.map(({ paragraph }) => paragraph));
  const source = Array.from(held, (paragraph) => paragraphText(article, paragraph));
  if (text === '' || !withoutSpace(source.join('')).includes(withoutSpace(text))) {
    throw new UserError(
      'quote-not-verbatim',
      `The index and the article “${article.file}” do not agree.`,
      'Rebuild the index: npx clippings index --rebuild',
    );
  }
  return { text, offset };
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
