import {
  type ArticleTerms,
  eachPassage,
  occurrencesOfEntry,
  passageCount,
  termOfEntry,
  titleLength,
  titleStart,
} from '../article-terms.js';
import { type Posting, postingOf } from './posting.js';

/** The postings of each term: those of a term lie one after another, from where it starts to where the next one does. */
export interface Inversion {
  readonly starts: Uint32Array;
  /** See `Posting`. Those of a term are in the order of their passages. */
  readonly postings: Uint32Array;
}

/**
 * Inverts an index: turns the terms of each passage into the passages of each term, by counting sort.
 * @param articles the first passage of the first one gets the number 0, and so on
 * @param size greater than any term's number
 */
export function invert(articles: readonly ArticleTerms[], size: number): Inversion {
  const starts = new Uint32Array(size + 1);
  const count = (term: number): void => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  };
  for (const terms of articles) eachPosting(terms, 0, count);
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
    eachPosting(terms, first, put);
    first += passageCount(terms);
  }
  return { starts, postings };
}

/**
 * Visits the terms of an article's passages and of its title, passage by passage, each once.
 * @param first the number of its first passage
 */
export function eachPosting(
  terms: ArticleTerms,
  first: number,
  tell: (term: number, posting: Posting) => void,
): void {
  const title = terms.subarray(titleStart(terms), titleStart(terms) + titleLength(terms));
  /** By term of the title: its place there. */
  const places = new Map(Array.from(title, (entry, place) => [termOfEntry(entry), place]));
  const seen = new Uint8Array(title.length);
  eachPassage(terms, (passage, start, end) => {
    seen.fill(0);
    for (let at = start; at < end; at++) {
      const entry = terms[at] ?? 0;
      const place = places.get(termOfEntry(entry));
      if (place !== undefined) seen[place] = 1;
      const inTitle = place === undefined ? 0 : occurrencesOfEntry(title[place] ?? 0);
      tell(termOfEntry(entry), postingOf(first + passage, inTitle, occurrencesOfEntry(entry)));
    }
    for (const [place, entry] of title.entries()) {
      if (seen[place] === 0)
        tell(termOfEntry(entry), postingOf(first + passage, occurrencesOfEntry(entry), 0));
    }
  });
}
