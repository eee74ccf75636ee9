import { isKnownWord } from './lexicon/common-words.js';
import { GIVEN_NAMES, ORGANISATION_WORDS, TITLES } from './lexicon/name-words.js';
import { kindsOf } from './lexicon/noun-hierarchy.js';
import { nounKind } from './lexicon/noun-kinds.js';
import { isPlaceWord, namesPlace } from './lexicon/places.js';
import type { Token } from './tokens.js';
import { WordMemory } from './words/word-memory.js';

/**
 * Features of a name, each in two parts that follow each other: "b", "the" for "b the", "titled", "" for "titled". Weights are found
 * by the parts, as it takes longer to join them than to do all else.
 */
export type Features = readonly string[];

/** What a word alone tells in some place of a name or beside it: one object for all names that have it there. */
export interface WordFeatures {
  readonly term: string;
  readonly features: Features;
}

/** The words in names and beside them come again and again. */
const WORDS_LIMIT = 2_000;

type ReadWord = (token: Token) => WordFeatures;

/** Reads the features of a word in some place when it is first met there. */
function readOnce(read: (token: Token) => string[]): ReadWord {
  const memory = new WordMemory<WordFeatures>(WORDS_LIMIT);
  return (token) => {
    const { word, term } = token;
    const found = memory.of(word, () => ({ term, features: read(token) }));
    // A question may give a word another term.
    return found.term === term ? found : { term, features: read(token) };
  };
}

/** The first of several words up to the head: "Prime Minister Liz …", "Lake …". */
export const firstWord = readOnce((token) => {
  const { word } = token;
  const features = openingWord(token, 'f');
  features.push('f', word);
  if (isPlaceWord(word)) features.push('f', 'place word');
  if (namesPlace(word)) features.push('f', 'of place');
  for (const kind of kindsOf(word)) features.push('f', `kind ${kind}`);
  return features;
});

/** Another one before the head. */
export const innerWord = readOnce((token) => openingWord(token, 'i'));

/** The word that says what it is, where a name has several, and the only word of a name. */
export const headWord = readOnce((token) => head(token, 'h'));
export const loneHead = readOnce((token) => head(token, '1'));

/** A word behind the head: "of Baghdad". */
export const furtherWord = readOnce(({ word }) => anyWord(word, 'w'));

/** The word before a name, and that after it, with nothing but a space between. */
export const wordBefore = readOnce(({ word }) => {
  const features = ['b', word];
  if (TITLES.has(word)) features.push('b', 'title');
  addNoun(features, 'b', word);
  return features;
});
export const wordAfter = readOnce((token) => {
  const features = followingWord(token, '');
  addNoun(features, 'a', token.word);
  if (ORGANISATION_WORDS.has(token.word)) features.push('a', 'body');
  return features;
});

/** @param mark what stands between it and the name */
export function followingWord({ word, term }: Token, mark: string): string[] {
  return ['a', mark + word, 'a', `stem ${mark}${term}`, 'a', `ending ${mark}${word.slice(-2)}`];
}

/** @param of "b" for a word before the name, and so on */
export function addNoun(features: string[], of: string, word: string): void {
  const kind = nounKind(word);
  if (kind !== null) features.push(of, `noun ${kind}`);
}

function anyWord(word: string, of: 'w' | 'h'): string[] {
  return ORGANISATION_WORDS.has(word) ? ['w', word, of, 'body'] : ['w', word];
}

const familiarity = (term: string): 'ordinary' | 'rare' => (isKnownWord(term) ? 'ordinary' : 'rare');

function openingWord({ word, term }: Token, of: 'f' | 'i'): string[] {
  const features = anyWord(word, 'w');
  if (GIVEN_NAMES.has(word)) features.push(of, 'given');
  addNoun(features, of, word);
  features.push(of, familiarity(term));
  return features;
}

/** @param given of what it is a feature that it is a given name */
function head({ word, term }: Token, given: '1' | 'h'): string[] {
  const features = anyWord(word, 'h');
  features.push('h', word, 'h3', word.slice(-3), 'h4', word.slice(-4));
  if (isPlaceWord(word)) features.push('h', 'place word');
  if (TITLES.has(word)) features.push('h', 'title');
  if (GIVEN_NAMES.has(word)) features.push(given, 'given');
  if (namesPlace(word)) features.push('h', 'of place');
  addNoun(features, 'h', word);
  features.push('h', familiarity(term));
  for (const kind of kindsOf(word)) features.push('h', `kind ${kind}`);
  return features;
}
