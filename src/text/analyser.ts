import { eachWord } from './tokens.js';

/** Raise it whenever tokens, stems or stop words change: an index built by another version is rebuilt. */
export const ANALYSER_VERSION = 3;

/** Splits a text into index terms, in order and repeated as in the text. Function words are dropped. */
export function indexTerms(text: string): string[] {
  const terms: string[] = [];
  eachWord(text, ({ term, stop }) => {
    if (!stop) terms.push(term);
  });
  return terms;
}
