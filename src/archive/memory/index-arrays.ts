import type { ArticleTerms } from '../article-terms.js';
import { type Inversion, invert } from './inversion.js';
import { type CountedTerms, TermStatistics } from './term-statistics.js';

/** What an index works out from the terms of its articles. It is saved, as that takes seconds for a large archive. */
export interface IndexArrays {
  /** Of the articles in the order of their numbers. */
  readonly inversion: Inversion;
  readonly counted: CountedTerms;
}

/** @param size greater than any term's number */
export function indexArraysOf(articles: readonly ArticleTerms[], size: number): IndexArrays {
  const statistics = new TermStatistics();
  for (const terms of articles) statistics.add(terms);
  return { inversion: invert(articles, size), counted: statistics.counted(size) };
}

/** The arrays, one after another. */
export function savedArrays({ inversion: { starts, postings }, counted }: IndexArrays): Uint32Array[] {
  const { passages, titleLengths, textLengths, inText, inTitle, inEither } = counted;
  const totals = Uint32Array.of(passages, titleLengths, textLengths);
  return [totals, inText, inTitle, inEither, starts, postings];
}

/**
 * Finds the arrays in memory where they lie as `savedArrays` gave them.
 * @param size the one that they were made with
 */
export function loadedArrays(memory: Uint32Array, size: number): IndexArrays {
  let start = 0;
  const next = (length: number): Uint32Array => {
    start += length;
    return memory.subarray(start - length, start);
  };
  const [passages = 0, titleLengths = 0, textLengths = 0] = next(3);
  const [inText, inTitle, inEither] = [next(size), next(size), next(size)];
  const starts = next(size + 1);
  const postings = next(starts[size] ?? 0);
  return {
    counted: { passages, titleLengths, textLengths, inText, inTitle, inEither },
    inversion: { starts, postings },
  };
}
