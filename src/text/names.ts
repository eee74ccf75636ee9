import { isSingleSpace } from './characters/single-space.js';
import { isCalendarWord } from './lexicon/calendar-words.js';
import { isKnownWord } from './lexicon/common-words.js';
import { ORGANISATION_WORDS } from './lexicon/name-words.js';
import { isKnownPlace } from './lexicon/places.js';
import { type NameFeatures, nameFeatures } from './name-features.js';
import { type KindChances, NAME_KINDS, nameKindChances } from './name-kinds.js';
import type { Token } from './tokens.js';
import { opensWithCapital } from './words/capital.js';

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

/** Words that often open a sentence, which the dictionary of nouns, verbs and adjectives lacks. */
const OPENERS = new Set(
  `during among since although though despite unless until whereas while whenever wherever whether whatever whoever per amid amidst
  besides beyond beneath underneath inside outside unlike upon via versus within without throughout towards toward anyone anybody
  anything everyone everybody everything someone somebody something nobody nothing none neither either nor yet hence thus
  therefore however moreover furthermore nevertheless nonetheless meanwhile otherwise instead alas hello hey hi yes yeah nope okay ok
  oh ah wow thanks please mr mrs ms`.split(/\s+/),
);

/** A name is of its likeliest kind only if that is at least so likely. */
const LIKELY = 0.4;
/** The chance from which on the words before "of" are taken for a whole person. */
const SURELY = 0.8;
const PERSON = NAME_KINDS.indexOf('person');

/**
 * All proper names of a text, in order.
 * @param tokens those of `text`
 * @param chancesOf tells how likely a name is of each kind
 */
export function findNames(
  text: string,
  tokens: readonly Token[],
  chancesOf: (features: NameFeatures) => KindChances = nameKindChances,
): Name[] {
  const names: Name[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (!isCapitalised(tokens[at])) {
      at += 1;
      continue;
    }
    const end = endOfName(text, tokens, at);
    const opensSentence = at === 0 || opensAfterStop(text, tokens[at]?.start ?? 0);
    const first = opensSentence && tokens[at]?.stop && end > at ? nextCapital(tokens, at + 1) : at;
    const last =
      beforeOf(tokens, first, end, (at) => chancesOf(nameFeatures(text, tokens, first, at))) ?? end;
    const [from, to] = [tokens[first], tokens[last]];
    const isName =
      from &&
      to &&
      !from.stop &&
      !(opensSentence && first === at && last === at && isOrdinaryWord(tokens, at));
    if (isName) {
      const chances = chancesOf(nameFeatures(text, tokens, first, last));
      names.push({ kind: likeliest(chances), chances, start: from.start, end: to.end, first, last });
    }
    at = last + 1;
  }
  return names;
}

/** Capitalised, and no day, month or "I'll": those are no names, nor part of one ("on Sunday Iraqi lawmakers"). */
function isCapitalised(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    opensWithCapital(token.text) &&
    !/['’](?:ll|ve|re|[dmt])$/.test(token.text) &&
    !isCalendarWord(token.word)
  );
}

/** The one word that opens a sentence is capitalised whatever it is; only what must be a name, or is no word, counts. */
function isOrdinaryWord(tokens: readonly Token[], at: number): boolean {
  const { word = '', term = '', text = '' } = tokens[at] ?? {};
  return (
    !isKnownPlace(word) &&
    !SPEECH.has(tokens[at + 1]?.term ?? '') &&
    !/^\p{Lu}.*\p{Lu}/u.test(text) &&
    (isKnownWord(term) || OPENERS.has(word))
  );
}

/** Whether the mark that ends a sentence stands before a position: `/[.!?]["”’)]?\s+["“‘(]?$/`, read from its end. */
function opensAfterStop(text: string, start: number): boolean {
  let at = start - 1;
  if ('"“‘('.includes(text.charAt(at))) at -= 1;
  const gapEnd = at;
  while (at >= 0 && isSpace(text.charAt(at))) at -= 1;
  if (at < 0 || at === gapEnd) return false;
  if ('"”’)'.includes(text.charAt(at))) at -= 1;
  return at >= 0 && '.!?'.includes(text.charAt(at));
}

const isSpace = (character: string): boolean => character === ' ' || /\s/.test(character);

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
    if (!isSingleSpace(text, before.end, token.start)) {
      const gap = text.slice(before.end, token.start);
      if (!/^(?:\s|-|\.\s?|['’]s\s|\s?&\s?)$/.test(gap)) break;
      if (/['’]s/.test(gap) && last === at - 1) break;
    }
    if (isCapitalised(token)) last = at;
    else if (!joinsNames(text, tokens, first, at) || at - last > 2) break;
  }
  return last;
}

/** Where a person's name ends that "of" follows, and another name: "Anthony Shadid of the Washington Post". */
function beforeOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  chancesUpTo: (last: number) => KindChances,
): number | null {
  // One word alone is hardly a whole name: "Duke of York", "Joan of Arc".
  for (let at = first + 2; at < last; at++) {
    if (tokens[at]?.word === 'of') return (chancesUpTo(at - 1)[PERSON] ?? 0) >= SURELY ? at - 1 : null;
  }
  return null;
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
