import { isCalendarWord } from './lexicon/calendar-words.js';
import { isKnownWord } from './lexicon/common-words.js';
import { GIVEN_NAMES, ORGANISATION_WORDS, TITLES } from './lexicon/name-words.js';
import { kindsOf } from './lexicon/noun-hierarchy.js';
import { nounKind } from './lexicon/noun-kinds.js';
import { isKnownPlace, isPlaceWord, namesPlace } from './lexicon/places.js';
import type { Token } from './tokens.js';
import { opensWithCapital } from './words/capital.js';
import { WordMemory } from './words/word-memory.js';

/** What is read from a name to tell its kind. */
export interface NameFeatures {
  /**
   * The features that are there, each in two parts that follow each other: "b", "the" for "b the", "titled", "" for "titled". Weights
   * are found by the parts, as it takes longer to join them than to do all else.
   */
  readonly present: readonly string[];
  /** The words whose vectors count, one for each of `VECTOR_SLOTS`; empty where there is none. */
  readonly words: readonly string[];
}

/** The names of the features that are there, by which their weights are kept. */
export function namesOfFeatures({ present }: NameFeatures): string[] {
  const names: string[] = [];
  for (let at = 0; at < present.length; at += 2) {
    const [of = '', says = ''] = [present[at], present[at + 1]];
    names.push(says === '' ? of : `${of} ${says}`);
  }
  return names;
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
  const present: string[] = ['', '', 'n', String(Math.min(last - core + 1, 5))];
  if (core > first) present.push('titled', '', 'titled', tokens[core - 1]?.word ?? '');
  const head = headOf(tokens, core, last);
  const headWord = tokens[head]?.word ?? '';
  const firstWord = head > core ? (tokens[core]?.word ?? '') : '';
  for (let at = core; at <= last; at++) addWord(present, tokens[at]?.word ?? '', at === head);
  addOpening(present, tokens, core, head);
  addHead(present, tokens[head], core === last);
  addWhole(present, tokens, first, last);
  if (head < last) present.push('of', '', 'of', tokens[last]?.word ?? '');
  for (const kind of namedKinds(headWord)) present.push('h', kind);
  if (firstWord !== '') for (const kind of namedKinds(firstWord)) present.push('f', kind);
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
  for (let at = first + 1; at < last; at++) {
    const word = tokens[at]?.word;
    if (word === 'of' || word === 'for') return at - 1;
  }
  return last;
}

/** What lists and lexicons tell of a word, looked up once, as names repeat theirs. */
const LISTED_LIMIT = 20_000;
const kindsNamed = new WordMemory<readonly string[]>(LISTED_LIMIT);
const ordinary = new WordMemory<'ordinary' | 'rare'>(LISTED_LIMIT);
const nounsNamed = new WordMemory<string | null>(LISTED_LIMIT);

const namedKinds = (word: string): readonly string[] =>
  kindsNamed.of(word, () => kindsOf(word).map((kind) => `kind ${kind}`));

const familiarity = (term: string): 'ordinary' | 'rare' =>
  ordinary.of(term, () => (isKnownWord(term) ? 'ordinary' : 'rare'));

/** "noun person"; null for a word that is no noun of a known kind. */
const namedNoun = (word: string): string | null =>
  nounsNamed.of(word, () => {
    const kind = nounKind(word);
    return kind && `noun ${kind}`;
  });

function addWord(present: string[], word: string, isHead: boolean): void {
  present.push('w', word);
  if (ORGANISATION_WORDS.has(word)) present.push(isHead ? 'h' : 'w', 'body');
}

/** What stands before the head: "Prime Minister Liz …", "Lake …". */
function addOpening(present: string[], tokens: readonly Token[], first: number, head: number): void {
  for (let at = first; at < head; at++) {
    const token = tokens[at];
    if (!token) continue;
    const { word, term } = token;
    const where = at === first ? 'f' : 'i';
    if (GIVEN_NAMES.has(word)) present.push(where, 'given');
    const noun = namedNoun(word);
    if (noun !== null) present.push(where, noun);
    present.push(where, familiarity(term));
    if (at === first) {
      present.push('f', word);
      if (isPlaceWord(word)) present.push('f', 'place word');
      if (namesPlace(word)) present.push('f', 'of place');
    } else if (opensWithCapital(token.text) && /^\p{Lu}$/u.test(token.text)) present.push('i', 'initial');
  }
}

function addHead(present: string[], token: Token | undefined, isAlone: boolean): void {
  if (!token) return;
  const { word, term, text } = token;
  const shape = shapeOf(text);
  present.push('h', word, 'h3', word.slice(-3), 'h4', word.slice(-4), 'h', `shape ${shape}`);
  if (isAlone) present.push('1', shape);
  if (isPlaceWord(word)) present.push('h', 'place word');
  if (TITLES.has(word)) present.push('h', 'title');
  if (GIVEN_NAMES.has(word)) present.push(isAlone ? '1' : 'h', 'given');
  if (namesPlace(word)) present.push('h', 'of place');
  const noun = namedNoun(word);
  if (noun !== null) present.push('h', noun);
  present.push('h', familiarity(term));
}

function addWhole(present: string[], tokens: readonly Token[], first: number, last: number): void {
  let whole = '';
  let isOrdinary = true;
  let isSmallElsewhere = false;
  for (let at = first; at <= last; at++) {
    const { word = '', term = '' } = tokens[at] ?? {};
    whole = at === first ? word : `${whole} ${word}`;
    isOrdinary &&= familiarity(term) === 'ordinary';
    isSmallElsewhere ||= standsSmall(tokens, word, first, last);
  }
  if (isKnownPlace(whole)) present.push('=', 'place');
  if (last > first) {
    present.push('=', whole);
    if (isOrdinary) present.push('=', 'ordinary');
  }
  if (isSmallElsewhere) present.push('=', 'small elsewhere');
}

/** Whether a word stands without a capital outside a name. */
function standsSmall(tokens: readonly Token[], word: string, first: number, last: number): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const other = tokens[at];
    if (other?.word === word && (at < first || at > last) && /^\p{Ll}/u.test(other.text)) return true;
  }
  return false;
}

function addBefore(present: string[], text: string, tokens: readonly Token[], first: number): void {
  const token = tokens[first - 1];
  if (!token) {
    present.push('b', 'start');
    return;
  }
  // "On Friday Mahdi left": the day has nothing to do with the name.
  if (isCalendarWord(token.word)) return;
  const mark = markIn(text, token.end, tokens[first]?.start ?? token.end);
  const marked = mark + token.word;
  present.push('b', marked);
  if (mark !== '') present.push('b', mark);
  if (TITLES.has(token.word) && mark === '') present.push('b', 'title');
  if (opensWithCapital(token.text)) present.push('b', 'capital');
  const noun = namedNoun(token.word);
  if (noun !== null) present.push('b', noun);
  const second = tokens[first - 2];
  if (second) present.push('b2', second.word, 'b2', `${second.word} ${marked}`);
}

function addAfter(present: string[], text: string, tokens: readonly Token[], last: number): void {
  const token = tokens[last + 1];
  const mark = markIn(text, tokens[last]?.end ?? 0, token?.start ?? text.length);
  if (mark !== '') present.push('a', mark);
  if (!token) {
    present.push('a', 'end');
    return;
  }
  const { word, term } = token;
  present.push('a', mark + word, 'a', `stem ${mark}${term}`, 'a', `ending ${mark}${word.slice(-2)}`);
  if (opensWithCapital(token.text)) present.push('a', 'capital');
  if (mark === ',' && /^\d\d$/.test(word)) present.push('a', 'age');
  const noun = mark === '' ? namedNoun(word) : null;
  if (noun !== null) present.push('a', noun);
  if (ORGANISATION_WORDS.has(word) && mark === '') present.push('a', 'body');
  const second = tokens[last + 2];
  if (second) present.push('a2', second.word);
}

/** What stands between two words besides white space; the first two characters of it. */
function markIn(text: string, start: number, end: number): string {
  // Most words stand with a space between them.
  if (end - start === 1 && text.charAt(start) === ' ') return '';
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
