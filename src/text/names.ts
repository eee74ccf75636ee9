import { GIVEN_NAMES, ORGANISATION_WORDS, TITLES } from './lexicon/name-words.js';
import { isKnownPlace, isPlaceWord, namesPlace } from './lexicon/places.js';
import type { Token } from './tokens.js';

export type NameKind = 'person' | 'place' | 'organisation' | 'unknown';

/** A proper name in a text: a run of capitalised words. */
export interface Name {
  readonly kind: NameKind;
  /** Character offsets, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Token positions, both inclusive. */
  readonly first: number;
  readonly last: number;
}

const SPEECH = new Set('say tell add warn declare announc claim argu ask'.split(' '));
// Those of May, March, April, August and June are people's names and verbs as well.
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|july|september|october|november|december)$/;
// Words inside a name that need no capital: "bin Salman", "University of Baghdad".
const PARTICLES = new Set([
  'of',
  'al',
  'el',
  'bin',
  'ibn',
  'de',
  'la',
  'van',
  'von',
  'der',
  'du',
  'da',
  'the',
  'for',
]);

/** In small letters after a name they tell that it is one of people together: "the Hezbollah group", "Iran's Quds force". */
const BODY_NOUNS = new Set(
  'group militia force party movement network company firm agency organisation organization union brigade club newspaper channel bank cartel gang'.split(
    ' ',
  ),
);

/** All proper names of a text, in order. `tokens` are those of `text`. */
export function findNames(text: string, tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!isCapitalised(tokens[at])) {
      at += 1;
      continue;
    }
    const last = endOfName(text, tokens, at);
    const opensSentence = at === 0 || /[.!?]["”’)]?\s+["“‘(]?$/.test(text.slice(0, tokens[at]?.start));
    const first = opensSentence && tokens[at]?.stop && last > at ? nextCapital(tokens, at + 1) : at;
    const [from, to] = [tokens[first], tokens[last]];
    const isName =
      from &&
      to &&
      !from.stop &&
      !(opensSentence && first === at && last === at && isOrdinaryWord(tokens, at));
    if (isName)
      names.push({ kind: kindOf(text, tokens, first, last), start: from.start, end: to.end, first, last });
    at = last + 1;
  }
  return names;
}

/** Capitalised, and no day or month: those are no names, nor part of one ("on Sunday Iraqi lawmakers"). */
function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && !CALENDAR.test(token.word);
}

/** The one word that opens a sentence is capitalised whatever it is; only what is known to be a name counts. */
function isOrdinaryWord(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return (
    !isKnownPlace(word) &&
    !SPEECH.has(tokens[at + 1]?.term ?? '') &&
    !/^\p{Lu}.*\p{Lu}/u.test(tokens[at]?.text ?? '')
  );
}

function nextCapital(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && !isCapitalised(tokens[at])) at += 1;
  return at;
}

function endOfName(text: string, tokens: readonly Token[], first: number): number {
  let last = first;
  for (let at = first + 1; at < tokens.length; at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before) break;
    const gap = text.slice(before.end, token.start);
    if (!/^(?:\s|-|\.\s?|['’]s\s|\s?&\s?)$/.test(gap)) break;
    if (/['’]s/.test(gap) && last === at - 1) break;
    if (isCapitalised(token)) last = at;
    else if (!joinsNames(text, tokens, first, at) || at - last > 2) break;
  }
  return last;
}

/** "bin Salman", "a-Halbousi", "as-Sistani"; "and" only within an office's name: "Department of Health and Human Services". */
function joinsNames(text: string, tokens: readonly Token[], first: number, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.word === 'and') {
    const soFar = tokens.slice(first, at).map(({ word }) => word);
    return soFar.includes('of') && soFar.some((word) => ORGANISATION_WORDS.has(word));
  }
  return PARTICLES.has(token.word) || (/^[a-z]{1,2}$/.test(token.text) && text[token.end] === '-');
}

function kindOf(text: string, tokens: readonly Token[], first: number, last: number): NameKind {
  const words = tokens.slice(first, last + 1).map((token) => token.word);
  const firstWord = words[0] ?? '';
  const lastWord = words[words.length - 1] ?? '';
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (isKnownPlace(words.join(' '))) return 'place';
  if (ORGANISATION_WORDS.has(lastWord)) return 'organisation';
  // "Parliament Speaker Mohamed Halbousi" is no parliament.
  if (words.slice(0, -1).some((word) => TITLES.has(word))) return 'person';
  if (words.some((word) => ORGANISATION_WORDS.has(word))) return 'organisation';
  if (isPlaceWord(lastWord) || isPlaceWord(firstWord)) return 'place';
  if (after && BODY_NOUNS.has(after.word) && !namesPlace(lastWord) && text[tokens[last]?.end ?? 0] === ' ')
    return 'organisation';
  if (words.length === 1 && isKnownPlace(firstWord)) return 'place';
  if (GIVEN_NAMES.has(firstWord) && words.length > 1) return 'person';
  if (words.every((word) => isKnownPlace(word))) return 'place';
  if (before && TITLES.has(before.word)) return 'person';
  if (after && SPEECH.has(after.term) && words.length <= 3) return 'person';
  if (words.length === 1 && /^\p{Lu}{2,}$/u.test(tokens[first]?.text ?? '')) return 'organisation';
  if (before && /^(?:in|at|near|from)$/.test(before.word) && words.length <= 2) return 'place';
  if (words.length >= 2 && words.length <= 3 && !words.some((word) => PARTICLES.has(word) && word !== 'al'))
    return 'person';
  const tail = text.slice(tokens[last]?.end ?? 0).slice(0, 6);
  return /^, \d\d,/.test(tail) ? 'person' : 'unknown';
}
