import { type ArticleTerms, passageCount, passagesWithTerm } from '../article-terms.js';

export type Field = 'title' | 'text';

/**
 * An article that holds a term, as a number: the article's number times 256, plus in how many of its passages it stands, at
 * most 255. A term of the title stands in all of them.
 */
export type Posting = number;

const MOST_PASSAGES = 0xff;

export function postingOf(article: number, passages: number): Posting {
  return article * 256 + Math.min(passages, MOST_PASSAGES);
}

export function articleOf(posting: Posting): number {
  return posting >>> 8;
}

/** @param termsOf gives the terms of the article, for the rare one that has more passages than a posting can say */
export function passagesOf(
  posting: Posting,
  field: Field,
  term: number,
  termsOf: (article: number) => ArticleTerms,
): number {
  const passages = posting & MOST_PASSAGES;
  if (passages < MOST_PASSAGES) return passages;
  const terms = termsOf(articleOf(posting));
  return field === 'title' ? passageCount(terms) : passagesWithTerm(terms, term);
}
