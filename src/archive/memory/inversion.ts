import {
  type ArticleTerms,
  eachPassage,
  occurrencesOfEntry,
  passageCount,
  termOfEntry,
  titleLength,
  titleStart,
} from '../article-terms.js';
import { type Field, type Posting, postingOf } from './posting.js';

/** The postings of each term: those of a term lie one after another, from where it starts to where the next one does. */
export interface TermPostings {
  readonly starts: Uint32Array;
  /** See `Posting`. Those of a term are in the order of their passages. */
  readonly postings: Uint32Array;
}

/** The passages that hold each term in the title of their article, and in their text. */
export type Inversion = Readonly<Record<Field, TermPostings>>;

/**
 * Inverts an index: turns the terms of each passage into the passages of each term.
 * @param articles the first passage of the first one gets the number 0, and so on
 * @param size greater than any term's number
 */
export function invert(articles: readonly ArticleTerms[], size: number): Inversion {
  return { title: postingsIn(articles, 'title', size), text: postingsIn(articles, 'text', size) };
}

/**
 * Visits the terms in a field of an article's passages, passage by passage.
 * @param first the number of its first passage
 */
export function eachPosting(
  terms: ArticleTerms,
  field: Field,
  first: number,
  tell: (term: number, posting: Posting) => void,
): void {
  const tellAll = (passage: number, start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      const entry = terms[at] ?? 0;
      tell(termOfEntry(entry), postingOf(first + passage, occurrencesOfEntry(entry)));
    }
  };
  if (field === 'text') {
    eachPassage(terms, tellAll);
    return;
  }
  const start = titleStart(terms);
  for (let passage = 0; passage < passageCount(terms); passage++)
    tellAll(passage, start, start + titleLength(terms));
}

/** Collects the postings of each term into one array, by counting sort. */
function postingsIn(articles: readonly ArticleTerms[], field: Field, size: number): TermPostings {
  const starts = new Uint32Array(size + 1);
  const count = (term: number): void => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  };
  for (const terms of articles) eachPosting(terms, field, 0, count);
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const postings = new Uint32Array(starts[size] ?? 0);
  const next = starts.slice();
  const put = (term: number, posting: Posting): void => {
    const at = next[term] ?? 0;
    postings[at] = posting;
    next[term] = at + 1;
  };
  let first = 0;
  for (const terms of articles) {
    eachPosting(terms, field, first, put);
    first += passageCount(terms);
  }
  return { starts, postings };
}
