import { isSingleSpace } from './characters/single-space.js';
import { isCalendarWord } from './lexicon/calendar-words.js';
import { isKnownWord } from './lexicon/common-words.js';
import { TITLES } from './lexicon/name-words.js';
import { isKnownPlace } from './lexicon/places.js';
import {
  addNoun,
  type Features,
  firstWord,
  followingWord,
  furtherWord,
  headWord,
  innerWord,
  loneHead,
  type WordFeatures,
  wordAfter,
  wordBefore,
} from './name-words.js';
import type { Token } from './tokens.js';
import { opensWithCapital } from './words/capital.js';

/** What is read from a name to tell its kind. */
export interface NameFeatures {
  /** The features that are there: those that single words tell, and all others. */
  readonly ofWords: readonly WordFeatures[];
  readonly others: Features;
  /** The words whose vectors count, one for each of `VECTOR_SLOTS`; empty where there is none. */
  readonly words: readonly string[];
}

/** The names of the features that are there, by which their weights are kept. */
export function namesOfFeatures({ ofWords, others }: NameFeatures): string[] {
  return [...ofWords.map(({ features }) => features), others].flatMap((features) => {
    const names: string[] = [];
    for (let at = 0; at < features.length; at += 2) {
      const [of = '', says = ''] = [features[at], features[at + 1]];
      names.push(says === '' ? of : `${of} ${says}`);
    }
    return names;
  });
}

/** Where the words stand whose vectors are read. */
export const VECTOR_SLOTS = ['first', 'head', 'before', 'after'] as const;

/**
 * What tells the kind of a name: its words, their shapes and endings, lists of known ones, what they are as common nouns, and
 * the words around it. In a feature's name stands first what it is of: "w" any word, "f" the first of several, "i" an inner
 * one, "h" the head, "of" what follows it after "of", "=" all together, "b" what stands before, "a" after.
 * @param first token position of the name's first word; `last` of its last
 */
export function nameFeatures(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): NameFeatures {
  const core = coreOf(tokens, first, last);
  const others: string[] = ['', '', 'n', String(Math.min(last - core + 1, 5))];
  const ofWords: WordFeatures[] = [];
  if (core > first) others.push('titled', '', 'titled', tokens[core - 1]?.word ?? '');
  const head = headOf(tokens, core, last);
  for (let at = core; at <= last; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (at === head) addHead(ofWords, others, token, core === last);
    else ofWords.push(at > head ? furtherWord(token) : at === core ? firstWord(token) : innerWord(token));
    if (at > core && at < head && isInitial(token.text)) others.push('i', 'initial');
  }
  addWhole(others, tokens, first, last);
  if (head < last) others.push('of', '', 'of', tokens[last]?.word ?? '');
  addBefore(ofWords, others, text, tokens, first);
  addAfter(ofWords, others, text, tokens, last);
  const ofName = [head > core ? (tokens[core]?.word ?? '') : '', tokens[head]?.word ?? ''];
  const before = tokens[first - 1]?.word ?? '';
  const after = tokens[last + 1]?.word ?? '';
  return { ofWords, others, words: [...ofName, isCalendarWord(before) ? '' : before, after] };
}

/** Position of the first word after the titles: in "Senate Foreign Relations Committee Chairman Bob Menendez", of "Bob". */
function coreOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) if (TITLES.has(tokens[at]?.word ?? '')) return at + 1;
  return first;
}

/** Position of the word that says what it is: the last, or that before "of", as in "University of Baghdad". */
function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first + 1; at < last; at++) {
    const word = tokens[at]?.word;
    if (word === 'of' || word === 'for') return at - 1;
  }
  return last;
}

const isInitial = (text: string): boolean => text.length <= 2 && /^\p{Lu}$/u.test(text);

function addHead(ofWords: WordFeatures[], others: string[], token: Token, isAlone: boolean): void {
  ofWords.push(isAlone ? loneHead(token) : headWord(token));
  const shape = shapeOf(token.text);
  others.push('h', `shape ${shape}`);
  if (isAlone) others.push('1', shape);
}

function addWhole(others: string[], tokens: readonly Token[], first: number, last: number): void {
  let whole = '';
  let isOrdinary = true;
  let isSmallElsewhere = false;
  for (let at = first; at <= last; at++) {
    const { word = '', term = '' } = tokens[at] ?? {};
    whole = at === first ? word : `${whole} ${word}`;
    isOrdinary &&= last > first && isKnownWord(term);
    isSmallElsewhere ||= standsSmall(tokens, word, first, last);
  }
  if (isKnownPlace(whole)) others.push('=', 'place');
  if (last > first) {
    others.push('=', whole);
    if (isOrdinary) others.push('=', 'ordinary');
  }
  if (isSmallElsewhere) others.push('=', 'small elsewhere');
}

/** Whether a word stands without a capital outside a name. */
function standsSmall(tokens: readonly Token[], word: string, first: number, last: number): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const other = tokens[at];
    if (other?.word === word && (at < first || at > last) && /^\p{Ll}/u.test(other.text)) return true;
  }
  return false;
}

function addBefore(
  ofWords: WordFeatures[],
  others: string[],
  text: string,
  tokens: readonly Token[],
  first: number,
): void {
  const token = tokens[first - 1];
  if (!token) {
    others.push('b', 'start');
    return;
  }
  // "On Friday Mahdi left": the day has nothing to do with the name.
  if (isCalendarWord(token.word)) return;
  const mark = markIn(text, token.end, tokens[first]?.start ?? token.end);
  const marked = mark + token.word;
  if (mark === '') ofWords.push(wordBefore(token));
  else {
    others.push('b', marked, 'b', mark);
    addNoun(others, 'b', token.word);
  }
  if (opensWithCapital(token.text)) others.push('b', 'capital');
  const second = tokens[first - 2];
  if (second) others.push('b2', second.word, 'b2', `${second.word} ${marked}`);
}

function addAfter(
  ofWords: WordFeatures[],
  others: string[],
  text: string,
  tokens: readonly Token[],
  last: number,
): void {
  const token = tokens[last + 1];
  const mark = markIn(text, tokens[last]?.end ?? 0, token?.start ?? text.length);
  if (mark !== '') others.push('a', mark);
  if (!token) {
    others.push('a', 'end');
    return;
  }
  if (mark === '') ofWords.push(wordAfter(token));
  else others.push(...followingWord(token, mark));
  if (opensWithCapital(token.text)) others.push('a', 'capital');
  if (mark === ',' && /^\d\d$/.test(token.word)) others.push('a', 'age');
  const second = tokens[last + 2];
  if (second) others.push('a2', second.word);
}

/** What stands between two words besides white space; the first two characters of it. */
function markIn(text: string, start: number, end: number): string {
  if (isSingleSpace(text, start, end)) return '';
  return text.slice(start, end).replace(/\s+/g, '').slice(0, 2);
}

function shapeOf(text: string): string {
  if (/^[A-Z][a-z]+$/.test(text)) return 'Aa';
  if (/^\p{Lu}+$/u.test(text)) return 'A'.repeat(Math.min(text.length, 5));
  if (/^(?:\p{Lu}\.)+$/u.test(text)) return 'A.A.';
  if (/^\p{Lu}\p{Ll}+$/u.test(text)) return 'Aa';
  if (/\p{N}/u.test(text)) return '9';
  return /^\p{Lu}/u.test(text) ? 'AaA' : 'a';
}
