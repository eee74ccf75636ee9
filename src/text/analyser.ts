import { tokenise } from './tokens.js';

/** Changes with every change of tokens, stems or stop words: an index built by another version is rebuilt. */
export const ANALYSER_VERSION = 2;

/** The terms of a text as the index holds them, in order and repeated as in the text; function words are dropped. */
export function indexTerms(text: string): string[] {
  const terms: string[] = [];
  for (const token of tokenise(text)) if (!token.stop) terms.push(token.term);
  return terms;
}
