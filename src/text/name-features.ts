import { isKnownWord } from './lexicon/common-words.js';
import { GIVEN_NAMES, ORGANISATION_WORDS, TITLES } from './lexicon/name-words.js';
import { nounKind } from './lexicon/noun-kinds.js';
import { isKnownPlace, isPlaceWord, namesPlace } from './lexicon/places.js';
import type { Token } from './tokens.js';

/** What is read from a name to tell its kind. */
export interface NameFeatures {
  /** Features that are there, by name. */
  readonly present: readonly string[];
  /** The words whose vectors count, one for each of `VECTOR_SLOTS`; empty where there is none. */
  readonly words: readonly string[];
}

/** Where the words stand whose vectors are read. */
export const VECTOR_SLOTS = ['first', 'head', 'before', 'after'] as const;

/**
 * What tells the kind of a name: its words, their shapes and endings, lists of known ones, and the words around it. The names
 * are those of the weights in name-kinds.json.
 * @param first token position of the name's first word; `last` of its last
 */
export function nameFeatures(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): NameFeatures {
  const own = ownFeatures(tokens, first, last);
  const present = [...own.present];
  addBefore(present, text, tokens, first);
  addAfter(present, text, tokens, last);
  const words = [...own.words, tokens[first - 1]?.word ?? '', tokens[last + 1]?.word ?? ''];
  return { present, words };
}

/** What the words of a name tell wherever it stands. */
export function ownFeatures(tokens: readonly Token[], first: number, last: number): NameFeatures {
  const present: string[] = ['', `n ${Math.min(last - first + 1, 5)}`];
  for (let at = first; at <= last; at++) addWord(present, tokens, at, first, last);
  addWhole(present, tokens, first, last);
  const head = headOf(tokens, first, last);
  const word = tokens[head]?.word ?? '';
  if (head < last) {
    present.push(`h ${word}`);
    if (ORGANISATION_WORDS.has(word)) present.push('h body');
  }
  return { present, words: [head > first ? (tokens[first]?.word ?? '') : '', word] };
}

/** The word that says what it is: the last, or that before "of", as in "University of Baghdad". */
function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let at = first + 1; at < last; at++) if (/^(?:of|for|de)$/.test(tokens[at]?.word ?? '')) return at - 1;
  return last;
}

function addWord(present: string[], tokens: readonly Token[], at: number, first: number, last: number): void {
  const token = tokens[at];
  if (!token) return;
  const { word } = token;
  present.push(`w ${word}`);
  if (at === first && at < last) {
    present.push(`f ${word}`);
    if (GIVEN_NAMES.has(word)) present.push('f given');
    if (isPlaceWord(word)) present.push('f place word');
    if (namesPlace(word)) present.push('f of place');
    if (TITLES.has(word)) present.push('f title');
  }
  if (at < last) {
    const kind = nounKind(word);
    if (kind !== null) present.push(`w noun ${kind}`);
    present.push(isKnownWord(token.term) ? 'w ordinary' : 'w rare');
  }
  if (at > first && at < last) {
    if (TITLES.has(word)) present.push('i title');
    if (GIVEN_NAMES.has(word)) present.push('i given');
    if (/^\p{Lu}$/u.test(token.text)) present.push('i initial');
  }
  if (ORGANISATION_WORDS.has(word)) present.push(at === last ? 'l body' : 'w body');
  if (at === last) {
    present.push(
      `l ${word}`,
      `l3 ${word.slice(-3)}`,
      `l4 ${word.slice(-4)}`,
      `l shape ${shapeOf(token.text)}`,
    );
    if (isPlaceWord(word)) present.push('l place word');
    if (TITLES.has(word)) present.push('l title');
    if (GIVEN_NAMES.has(word)) present.push(first === last ? 'given alone' : 'l given');
    if (namesPlace(word)) present.push('l of place');
    const kind = nounKind(word);
    if (kind !== null) present.push(`l noun ${kind}`);
    present.push(isKnownWord(token.term) ? 'l ordinary' : 'l rare');
  }
}

function addWhole(present: string[], tokens: readonly Token[], first: number, last: number): void {
  const words = tokens.slice(first, last + 1).map(({ word }) => word);
  const whole = words.join(' ');
  if (words.length > 1) present.push(`= ${whole}`);
  if (isKnownPlace(whole)) present.push('= place');
  if (words.length > 1 && tokens.slice(first, last + 1).every(({ term }) => isKnownWord(term)))
    present.push('all ordinary');
  if (first === last) present.push(`1 ${shapeOf(tokens[first]?.text ?? '')}`);
  if (words.some((word) => tokens.some((token) => token.word === word && /^\p{Ll}/u.test(token.text))))
    present.push('also small');
}

function addBefore(present: string[], text: string, tokens: readonly Token[], first: number): void {
  const token = tokens[first - 1];
  const start = tokens[first]?.start ?? 0;
  if (!token) {
    present.push('b start');
    return;
  }
  const mark = markOf(text.slice(token.end, start));
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
  const end = tokens[last]?.end ?? 0;
  const mark = markOf(text.slice(end, token?.start ?? text.length));
  if (mark !== '') present.push(`a ${mark}`);
  if (!token) {
    present.push('a end');
    return;
  }
  present.push(`a ${mark}${token.word}`, `at ${mark}${token.term}`);
  if (/^\p{Lu}/u.test(token.text)) present.push('a capital');
  if (mark === ',' && /^\d\d$/.test(token.word)) present.push('a age');
  const kind = nounKind(token.word);
  if (kind !== null && mark === '') present.push(`a noun ${kind}`);
  if (ORGANISATION_WORDS.has(token.word) && mark === '') present.push('a body');
  const second = tokens[last + 2];
  if (second) present.push(`a2 ${second.word}`);
}

/** What stands between two words, without white space. */
function markOf(gap: string): string {
  return gap.replace(/\s+/g, '').slice(0, 2);
}

function shapeOf(text: string): string {
  if (/^\p{Lu}+$/u.test(text)) return text.length > 4 ? 'AAAA+' : 'A'.repeat(text.length);
  if (/^(?:\p{Lu}\.)+$/u.test(text)) return 'A.A.';
  if (/^\p{Lu}\p{Ll}+$/u.test(text)) return 'Aa';
  if (/\p{N}/u.test(text)) return '9';
  return /^\p{Lu}/u.test(text) ? 'AaA' : 'a';
}
