import { stem } from './stems.js';
import type { Token } from './tokens.js';

/** Words as they are typed in a hurry. */
const FULL_WORDS: Readonly<Record<string, string>> = {
  ppl: 'people',
  govt: 'government',
  gvt: 'government',
  pres: 'president',
  dept: 'department',
  parl: 'parliament',
  cuz: 'because',
};

/** Tokens in which a word typed short is the full one, in the place of the short one. */
export function lengthenShortForms(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    const full = Object.hasOwn(FULL_WORDS, token.word) ? FULL_WORDS[token.word] : undefined;
    return full === undefined ? token : { ...token, word: full, term: stem(full) };
  });
}
