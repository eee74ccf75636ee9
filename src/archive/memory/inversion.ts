import { type ArticleTerms, eachTextTerm, eachTitleTerm } from '../article-terms.js';
import { SeenTerms } from '../seen-terms.js';

interface NumberedArticle {
  readonly number: number;
  readonly terms: ArticleTerms;
}

/** The articles that hold each term: those of a term lie one after another, from where it starts to where the next one does. */
export interface Holders {
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
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
  return { title: holdersOf(articles, eachTitleTerm, size), text: holdersOf(articles, eachTextTerm, size) };
}

/** Collects the numbers of the articles that hold each term into one array, by counting sort. */
function holdersOf(
  articles: readonly NumberedArticle[],
  eachTerm: typeof eachTextTerm,
  size: number,
): Holders {
  const seen = new SeenTerms();
  const starts = new Uint32Array(size + 1);
  for (const { terms } of articles) {
    eachTerm(terms, seen, (term) => {
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    });
  }
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const holders = new Uint32Array(starts[size] ?? 0);
  const next = starts.slice();
  for (const { number, terms } of articles) {
    eachTerm(terms, seen, (term) => {
      const at = next[term] ?? 0;
      holders[at] = number;
      next[term] = at + 1;
    });
  }
  return { starts, articles: holders };
}
