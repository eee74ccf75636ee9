import { stem } from '../stems.js';
import { STOP_WORDS } from '../stop-words.js';
import type { Token } from '../tokens.js';
import { isKnownWord } from './common-words.js';

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
  wat: 'what',
  wht: 'what',
  wich: 'which',
  whitch: 'which',
  wher: 'where',
  teh: 'the',
  adn: 'and',
  thier: 'their',
};

/** Question words by their letters in alphabetical order: fast fingers exchange them. */
const BY_LETTERS: ReadonlyMap<string, string> = new Map(
  ['who', 'what', 'when', 'where', 'which', 'why', 'whose'].map((word) => [lettersOf(word), word]),
);
/** After "how", hardly ever after "who". */
const AFTER_HOW = /^(?:many|much|long|old|far|big|tall|often|fast|come|did|do|does|to|can)$/;

/** Replaces abbreviated words and misspelt question words by the full word, at the same place in the text. */
export function lengthenShortForms(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const full =
      ownValue(FULL_WORDS, token.word) ??
      ownValue(ASKING_WORDS, token.text) ??
      withLettersInOrder(token, tokens[at + 1]);
    return full === undefined
      ? token
      : { ...token, word: full, term: stem(full), stop: STOP_WORDS.has(full) };
  });
}

/** The question word that has just the letters of a word which is none: "waht", "hwo many". In lower case only. */
function withLettersInOrder({ text, word, stop, term }: Token, next: Token | undefined): string | undefined {
  const meant = BY_LETTERS.get(lettersOf(text));
  if (meant === undefined || stop || text !== word || isKnownWord(term)) return undefined;
  return meant === 'who' && AFTER_HOW.test(next?.word ?? '') ? 'how' : meant;
}

function lettersOf(word: string): string {
  return word.length > 5 ? '' : [...word].sort().join('');
}

function ownValue(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
