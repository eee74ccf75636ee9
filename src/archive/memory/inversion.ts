import { type ArticleTerms, eachTextTerm, eachTitleTerm } from '../article-terms.js';
import { SeenTerms } from '../seen-terms.js';
import type { Vocabulary } from '../vocabulary.js';
import type { Posting } from './article-postings.js';

interface NumberedArticle {
  readonly number: number;
  readonly terms: ArticleTerms;
}

/** Inverts an index: turns the terms of each article into the articles of each term. */
export function* invert(articles: readonly NumberedArticle[], vocabulary: Vocabulary): Generator<Posting> {
  const titles = holdersOf(articles, eachTitleTerm, vocabulary.size);
  const texts = holdersOf(articles, eachTextTerm, vocabulary.size);
  for (let term = 0; term < vocabulary.size; term++) {
    const [title, text] = [titles(term), texts(term)];
    if (title.length + text.length > 0) yield [vocabulary.termOf(term), { title, text }];
  }
}

/** Collects the numbers of the articles that hold each term into one array, by counting sort. */
function holdersOf(
  articles: readonly NumberedArticle[],
  eachTerm: typeof eachTextTerm,
  size: number,
): (term: number) => Uint32Array {
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
  return (term) => holders.subarray(starts[term], starts[term + 1]);
}
