import { ORGANISATION_WORDS } from './lexicon/name-words.js';
import { isKnownPlace } from './lexicon/places.js';
import { nameFeatures } from './name-features.js';
import { type KindChances, NAME_KINDS, nameKindChances } from './name-kinds.js';
import type { Token } from './tokens.js';

/** "Other" is an event, a work, a product, a law, a people; "unknown" what may be of several kinds. */
export type NameKind = (typeof NAME_KINDS)[number] | 'unknown';

/** A proper name in a text: a run of capitalised words. */
export interface Name {
  readonly kind: NameKind;
  readonly chances: KindChances;
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

/** A name is of its likeliest kind only if that is at least so likely. */
const LIKELY = 0.5;

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
    if (isName) {
      const chances = nameKindChances(nameFeatures(text, tokens, first, last));
      names.push({ kind: likeliest(chances), chances, start: from.start, end: to.end, first, last });
    }
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

function likeliest(chances: KindChances): NameKind {
  const best = Math.max(...chances);
  return best < LIKELY ? 'unknown' : (NAME_KINDS[chances.indexOf(best)] ?? 'unknown');
}
