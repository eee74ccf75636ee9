import { isCalendarWord } from './lexicon/calendar-words.js';
import { isKnownWord } from './lexicon/common-words.js';
import { GIVEN_NAMES, ORGANISATION_WORDS, TITLES } from './lexicon/name-words.js';
import { kindsOf } from './lexicon/noun-hierarchy.js';
import { nounKind } from './lexicon/noun-kinds.js';
import { isKnownPlace, isPlaceWord, namesPlace } from './lexicon/places.js';
import type { Token } from './tokens.js';

/** What is read from a name to tell its kind. */
export interface NameFeatures {
  /** The features that are there, by name. */
  readonly present: readonly string[];
  /** The words whose vectors count, one for each of `VECTOR_SLOTS`; empty where there is none. */
  readonly words: readonly string[];
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
  const present: string[] = ['', `n ${Math.min(last - core + 1, 5)}`];
  if (core > first) present.push('titled', `titled ${tokens[core - 1]?.word ?? ''}`);
  const head = headOf(tokens, core, last);
  const headWord = tokens[head]?.word ?? '';
  const firstWord = head > core ? (tokens[core]?.word ?? '') : '';
  for (let at = core; at <= last; at++) addWord(present, tokens[at]?.word ?? '', at === head);
  addOpening(present, tokens, core, head);
  addHead(present, tokens[head], core === last);
  addWhole(present, tokens, first, last);
  if (head < last) present.push('of', `of ${tokens[last]?.word ?? ''}`);
  for (const kind of kindsOf(headWord)) present.push(`h kind ${kind}`);
  for (const kind of kindsOf(firstWord)) present.push(`f kind ${kind}`);
  addBefore(present, text, tokens, first);
  addAfter(present, text, tokens, last);
  const before = tokens[first - 1]?.word ?? '';
  const after = tokens[last + 1]?.word ?? '';
  return { present, words: [firstWord, headWord, isCalendarWord(before) ? '' : before, after] };
}

/** Position of the first word after the titles: in "Senate Foreign Relations Committee Chairman Bob Menendez", of "Bob". */
function coreOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) if (TITLES.has(tokens[at]?.word ?? '')) return at + 1;
  return first;
}

/** Position of the word that says what it is: the last, or that before "of", as in "University of Baghdad". */
function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first + 1; at < last; at++) if (/^(?:of|for)$/.test(tokens[at]?.word ?? '')) return at - 1;
  return last;
}

function addWord(present: string[], word: string, isHead: boolean): void {
  present.push(`w ${word}`);
  if (ORGANISATION_WORDS.has(word)) present.push(isHead ? 'h body' : 'w body');
}

/** What stands before the head: "Prime Minister Liz …", "Lake …". */
function addOpening(present: string[], tokens: readonly Token[], first: number, head: number): void {
  for (let at = first; at < head; at++) {
    const token = tokens[at];
    if (!token) continue;
    const { word, term } = token;
    const where = at === first ? 'f' : 'i';
    if (GIVEN_NAMES.has(word)) present.push(`${where} given`);
    const kind = nounKind(word);
    if (kind !== null) present.push(`${where} noun ${kind}`);
    present.push(`${where} ${isKnownWord(term) ? 'ordinary' : 'rare'}`);
    if (at === first) {
      present.push(`f ${word}`);
      if (isPlaceWord(word)) present.push('f place word');
      if (namesPlace(word)) present.push('f of place');
    } else if (/^\p{Lu}$/u.test(token.text)) present.push('i initial');
  }
}

function addHead(present: string[], token: Token | undefined, isAlone: boolean): void {
  if (!token) return;
  const { word, term, text } = token;
  present.push(`h ${word}`, `h3 ${word.slice(-3)}`, `h4 ${word.slice(-4)}`, `h shape ${shapeOf(text)}`);
  if (isAlone) present.push(`1 ${shapeOf(text)}`);
  if (isPlaceWord(word)) present.push('h place word');
  if (TITLES.has(word)) present.push('h title');
  if (GIVEN_NAMES.has(word)) present.push(isAlone ? '1 given' : 'h given');
  if (namesPlace(word)) present.push('h of place');
  const kind = nounKind(word);
  if (kind !== null) present.push(`h noun ${kind}`);
  present.push(`h ${isKnownWord(term) ? 'ordinary' : 'rare'}`);
}

function addWhole(present: string[], tokens: readonly Token[], first: number, last: number): void {
  const own = tokens.slice(first, last + 1);
  const whole = own.map(({ word }) => word).join(' ');
  if (isKnownPlace(whole)) present.push('= place');
  if (own.length > 1) {
    present.push(`= ${whole}`);
    if (own.every(({ term }) => isKnownWord(term))) present.push('= ordinary');
  }
  const others = [...tokens.slice(0, first), ...tokens.slice(last + 1)];
  if (own.some(({ word }) => others.some((other) => other.word === word && /^\p{Ll}/u.test(other.text))))
    present.push('= small elsewhere');
}

function addBefore(present: string[], text: string, tokens: readonly Token[], first: number): void {
  const token = tokens[first - 1];
  if (!token) {
    present.push('b start');
    return;
  }
  // "On Friday Mahdi left": the day has nothing to do with the name.
  if (isCalendarWord(token.word)) return;
  const mark = markIn(text.slice(token.end, tokens[first]?.start ?? token.end));
  present.push(`b ${mark}${token.word}`);
  if (mark !== '') present.push(`b ${mark}`);
  if (TITLES.has(token.word) && mark === '') present.push('b title');
  if (/^\p{Lu}/u.test(token.text)) present.push('b capital');
  const kind = nounKind(token.word);
  if (kind !== null) present.push(`b noun ${kind}`);
  const second = tokens[first - 2];
  if (second) present.push(`b2 ${second.word}`, `b2 ${second.word} ${mark}${token.word}`);
}

function addAfter(present: string[], text: string, tokens: readonly Token[], last: number): void {
  const token = tokens[last + 1];
  const mark = markIn(text.slice(tokens[last]?.end ?? 0, token?.start ?? text.length));
  if (mark !== '') present.push(`a ${mark}`);
  if (!token) {
    present.push('a end');
    return;
  }
  present.push(
    `a ${mark}${token.word}`,
    `a stem ${mark}${token.term}`,
    `a ending ${mark}${token.word.slice(-2)}`,
  );
  if (/^\p{Lu}/u.test(token.text)) present.push('a capital');
  if (mark === ',' && /^\d\d$/.test(token.word)) present.push('a age');
  const kind = nounKind(token.word);
  if (kind !== null && mark === '') present.push(`a noun ${kind}`);
  if (ORGANISATION_WORDS.has(token.word) && mark === '') present.push('a body');
  const second = tokens[last + 2];
  if (second) present.push(`a2 ${second.word}`);
}

/** What stands between two words besides white space; the first two characters of it. */
function markIn(gap: string): string {
  return gap.replace(/\s+/g, '').slice(0, 2);
}

function shapeOf(text: string): string {
  if (/^\p{Lu}+$/u.test(text)) return 'A'.repeat(Math.min(text.length, 5));
  if (/^(?:\p{Lu}\.)+$/u.test(text)) return 'A.A.';
  if (/^\p{Lu}\p{Ll}+$/u.test(text)) return 'Aa';
  if (/\p{N}/u.test(text)) return '9';
  return /^\p{Lu}/u.test(text) ? 'AaA' : 'a';
}
