import { eachWord } from './tokens.js';
import type { WordForm } from './words/word-form.js';

/** Raise it whenever tokens, stems or stop words change: an index built by another version is rebuilt. */
export const ANALYSER_VERSION = 3;

/** Splits a text into index terms, in order and repeated as in the text. Function words are dropped. */
export function indexTerms(text: string): string[] {
  const terms: string[] = [];
  eachIndexForm(text, ({ term }) => {
    terms.push(term);
  });
  return terms;
}

/** Visits the words of a text whose terms are indexed. */
export function eachIndexForm(text: string, visit: (form: WordForm) => void): void {
  eachWord(text, (form) => {
    if (!form.stop) visit(form);
  });
}
