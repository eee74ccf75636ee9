import type { ArticleTerms } from '../article-terms.js';
import { PassageCounter } from './passage-counter.js';
import type { Field } from './posting.js';
import { postingOf } from './posting.js';

interface NumberedArticle {
  readonly number: number;
  readonly terms: ArticleTerms;
}

/** The postings of each term: those of a term lie one after another, from where it starts to where the next one does. */
export interface Holders {
  readonly starts: Uint32Array;
  /** See `Posting`. */
  readonly postings: Uint32Array;
}

/** The articles that hold each term in their title, and in their text. */
export interface Inversion {
  readonly title: Holders;
  readonly text: Holders;
}

/**
 * Inverts an index: turns the terms of each article into the articles of each term.
 * @param size greater than any term's number
 */
export function invert(articles: readonly NumberedArticle[], size: number): Inversion {
  return { title: holdersOf(articles, 'title', size), text: holdersOf(articles, 'text', size) };
}

/** Collects the postings of each term into one array, by counting sort. */
function holdersOf(articles: readonly NumberedArticle[], field: Field, size: number): Holders {
  const counter = new PassageCounter();
  const starts = new Uint32Array(size + 1);
  for (const { terms } of articles) {
    counter.each(terms, field, (term) => {
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    });
  }
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const postings = new Uint32Array(starts[size] ?? 0);
  const next = starts.slice();
  for (const { number, terms } of articles) {
    counter.each(terms, field, (term, passages) => {
      const at = next[term] ?? 0;
      postings[at] = postingOf(number, passages);
      next[term] = at + 1;
    });
  }
  return { starts, postings };
}
