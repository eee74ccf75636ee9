import { stem } from '../stems.js';
import { STOP_WORDS } from '../stop-words.js';
import type { Token } from '../tokens.js';

/** Words that are abbreviated in a hurry. */
const FULL_WORDS: Readonly<Record<string, string>> = {
  ppl: 'people',
  govt: 'government',
  gvt: 'government',
  pres: 'president',
  dept: 'department',
  parl: 'parliament',
  cuz: 'because',
};

/** Common misspellings of question words and the like. In lower case only: "Wen" is a name. */
const ASKING_WORDS: Readonly<Record<string, string>> = {
  wen: 'when',
  whn: 'when',
  wehn: 'when',
  wat: 'what',
  waht: 'what',
  wht: 'what',
  wich: 'which',
  whitch: 'which',
  wher: 'where',
  wehre: 'where',
  woh: 'who',
  teh: 'the',
  adn: 'and',
  thier: 'their',
};

/** Replaces abbreviated words and misspelt question words by the full word, at the same place in the text. */
export function lengthenShortForms(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    const full = ownValue(FULL_WORDS, token.word) ?? ownValue(ASKING_WORDS, token.text);
    return full === undefined
      ? token
      : { ...token, word: full, term: stem(full), stop: STOP_WORDS.has(full) };
  });
}

function ownValue(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
