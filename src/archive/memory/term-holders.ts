import { type ArticleTerms, passageCount, termOfEntry, titleLength, titleStart } from '../article-terms.js';

/** The articles and passages that hold a term. */
export interface TermHolders {
  /** How many passages hold it in their text, in the title of their article, and in either. */
  textPassages: number;
  titlePassages: number;
  passages: number;
  /** Numbers of the articles that hold it in their title, and in their text. */
  readonly inTitle: number[];
  readonly inText: number[];
}

/**
 * Counts an article in.
 * @param wanted the terms to count, by their numbers
 * @param article its number; it was not counted before
 */
export function countHolders(
  wanted: ReadonlyMap<number, TermHolders>,
  article: number,
  terms: ArticleTerms,
): void {
  if (wanted.size === 0) return;
  const start = titleStart(terms);
  const end = start + titleLength(terms);
  const passages = passageCount(terms);
  for (let at = start; at < end; at++) {
    const holders = wanted.get(termOfEntry(terms[at] ?? 0));
    if (holders === undefined) continue;
    holders.titlePassages += passages;
    holders.passages += passages;
    holders.inTitle.push(article);
  }
  // The entries of all passages, one after the other. A term has one entry in each passage that holds it.
  for (let at = end; at < terms.length; at++) {
    const holders = wanted.get(termOfEntry(terms[at] ?? 0));
    if (holders === undefined) continue;
    holders.textPassages += 1;
    if (holders.inTitle.at(-1) !== article) holders.passages += 1;
    if (holders.inText.at(-1) !== article) holders.inText.push(article);
  }
}
