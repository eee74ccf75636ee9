import { characterTable } from './characters/character-table.js';
import { withCodeUnits } from './characters/code-units.js';
import { GROUPED, plainNumber } from './number-forms.js';
import { stem } from './stems.js';
import { STOP_WORDS } from './stop-words.js';
import { forgetWords } from './wink.js';
import type { Word, WordForm } from './words/word-form.js';
import { WordMemory } from './words/word-memory.js';

/** A word or number of a text, with its place in it. */
export interface Token extends Word {
  /** Character offsets in the text, `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

// Addresses and handles, dotted abbreviations, "AT&T", numbers in groups ("5 000"), numbers with what is written on to them ("5th", "1.5bn"), words.
// Bounded where an attempt may fail, so that a line without end is read in one go.
const TOKEN = new RegExp(
  [
    String.raw`(?:https?://|www\.)\S+`,
    String.raw`[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/\S+`,
    String.raw`[@#][\p{L}\p{N}_]+`,
    String.raw`(?:\p{L}\.){2,}(?:['’]s)?`,
    String.raw`(?<![\p{L}\p{N}])\p{L}{1,2}&\p{L}{1,2}(?![\p{L}\p{N}])`,
    GROUPED,
    String.raw`\d+(?:[.,]\d+)*[\p{L}\p{M}\p{N}]*`,
    String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*`,
  ].join('|'),
  'gu',
);

/** The words of some ten thousand articles. Their readers keep about as many, and forget them at the same time. */
const FORMS_LIMIT = 100_000;
const forms = new WordMemory<WordForm>(FORMS_LIMIT, forgetWords);
/** The words of texts in capitals, which are few. */
const SHOUTED_LIMIT = 10_000;
const shouted = new WordMemory<WordForm>(SHOUTED_LIMIT);

/**
 * Splits a text into words and numbers. Articles and questions are split the same way, so that a question
 * finds what an article holds.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (form, start) => {
    tokens.push(tokenAt(form, start));
  });
  return tokens;
}

/** A token has the very strings of its form: maps find these faster. */
export function tokenAt({ text, word, term, stop }: WordForm, start: number): Token {
  return { text, start, end: start + text.length, word, term, stop };
}

/**
 * Visits the words of a text in order, without making a token of each.
 * @param visit is given the form of a word, and where it starts
 */
export function eachWord(text: string, visit: (form: WordForm, start: number) => void): void {
  eachWordWhile(text, (form, start) => {
    visit(form, start);
    return true;
  });
}

/** Does the same, until a visit returns false. */
export function eachWordWhile(text: string, visit: (form: WordForm, start: number) => boolean): void {
  const isShouted = !/\p{Ll}/u.test(text);
  const [memory, make] = isShouted ? [shouted, makeShouted] : [forms, makeForm];
  withCodeUnits(text, ({ units }) => {
    const { length } = text;
    for (let at = startFrom(units, 0, length); at < length; at = startFrom(units, at, length)) {
      let start = at;
      let end = plainEnd(units, at);
      if (end < 0) {
        TOKEN.lastIndex = at;
        const match = TOKEN.exec(text);
        if (match === null) break;
        start = match.index;
        end = start + match[0].length;
      }
      at = end;
      const form = memory.within(units, start, end, make);
      // Unicode counts some marks as letters, such as a lone "ʻ". They are not words.
      if (form.word !== '' && !visit(form, start)) break;
    }
  });
}

/** A number of words that a text surely does not exceed; hardly more than it has, if it is in plain letters. */
export function mostWords(text: string): number {
  return withCodeUnits(text, ({ units }) => {
    let words = 0;
    let isLetter = false;
    for (let at = 0; at < text.length; at++) {
      const wasLetter = isLetter;
      isLetter = isAt(units, at, LETTER);
      // Whatever is no plain letter may be a word by itself.
      if (isLetter ? !wasLetter : !isAt(units, at, BETWEEN)) words += 1;
    }
    return words;
  });
}

// Most of a text is words of plain letters and numbers of plain digits. Reading these letter by letter takes a third of the time that
// the pattern takes; whatever may be more than that, is left to it.

const [LETTER, DIGIT, IN_ADDRESS, BETWEEN, AFTER_WORD, APOSTROPHE] = [1, 2, 4, 8, 16, 32];
/** What each character may be, by its code: what continues an address after a point; what no token begins with; what ends a plain word. */
const ROLES = characterTable({
  abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ: LETTER | IN_ADDRESS,
  '0123456789': DIGIT | IN_ADDRESS,
  '_-': IN_ADDRESS,
  ' \n\t\0,;)"?!”—–($%[]/*': BETWEEN | AFTER_WORD,
  "'’": BETWEEN | APOSTROPHE,
  '.:“‘': BETWEEN,
});
const [POINT, COLON, SLASH, HYPHEN, COMMA, SPACE, W] = [0x2e, 0x3a, 0x2f, 0x2d, 0x2c, 0x20, 0x77];

const roleAt = (units: Uint16Array, at: number): number => ROLES[units[at] ?? 0] ?? 0;
const isAt = (units: Uint16Array, at: number, role: number): boolean => (roleAt(units, at) & role) !== 0;

/** The first position from another on where a token may begin. */
function startFrom(units: Uint16Array, from: number, length: number): number {
  let at = from;
  while (at < length && isAt(units, at, BETWEEN)) at += 1;
  return at;
}

/** Where a token ends that is surely a word of plain letters, or a number of plain digits; -1 for all others. */
function plainEnd(units: Uint16Array, start: number): number {
  if (isAt(units, start, LETTER)) return plainWordEnd(units, start);
  return isAt(units, start, DIGIT) ? plainNumberEnd(units, start) : -1;
}

function plainWordEnd(units: Uint16Array, start: number): number {
  const end = endOf(units, start, LETTER);
  if (isAt(units, end, AFTER_WORD)) return end;
  if (isAt(units, end, APOSTROPHE)) return contractedEnd(units, end);
  const next = units[end];
  if (next === COLON) return units[end + 1] === SLASH ? -1 : end;
  if (next === HYPHEN) return isAddress(units, end) ? -1 : end;
  // "U.S.", "example.com" and "www." go on after the point.
  const goesOn = end - start === 1 || isAt(units, end + 1, IN_ADDRESS);
  return next !== POINT || goesOn || units[end - 1] === W ? -1 : end;
}

/** @param from the apostrophe of "don't", of "Iraq's", or behind "troops" */
function contractedEnd(units: Uint16Array, from: number): number {
  let end = from;
  while (isAt(units, end, APOSTROPHE) && isAt(units, end + 1, LETTER)) end = endOf(units, end + 1, LETTER);
  // A letter beyond the plain ones may follow.
  const next = isAt(units, end, APOSTROPHE) ? end + 1 : end;
  return isAt(units, next, BETWEEN | DIGIT) || units[next] === HYPHEN ? end : -1;
}

/** "2021", "5,200"; neither "5 000" nor "5th" nor "1.5". */
function plainNumberEnd(units: Uint16Array, start: number): number {
  let end = endOf(units, start, DIGIT);
  while (units[end] === COMMA && isAt(units, end + 1, DIGIT)) end = endOf(units, end + 1, DIGIT);
  const next = units[end];
  if (next === SPACE) return isAt(units, end + 1, DIGIT) ? -1 : end;
  if (next === HYPHEN) return isAddress(units, end) ? -1 : end;
  if (next === POINT) return isAt(units, end + 1, IN_ADDRESS) ? -1 : end;
  return isAt(units, end, AFTER_WORD) ? end : -1;
}

function endOf(units: Uint16Array, start: number, role: number): number {
  let end = start;
  while (isAt(units, end, role)) end += 1;
  return end;
}

/** Whether what goes on at a hyphen may be an address: "far-right.example". */
function isAddress(units: Uint16Array, hyphen: number): boolean {
  const end = endOf(units, hyphen, IN_ADDRESS);
  return units[end] === POINT && isAt(units, end + 1, IN_ADDRESS);
}

function makeForm(raw: string): WordForm {
  const text = raw.replace(/['’]s$|['’]$/iu, '');
  const folded = fold(text);
  const abbreviation = abbreviationOf(text, folded);
  const word = abbreviation ?? folded;
  return {
    text,
    word,
    term: stem(word),
    stop: abbreviation === null && STOP_WORDS.has(folded),
    row: undefined,
    number: -1,
    vocabulary: -1,
  };
}

/** The form of a word in a text in capitals: these tell nothing. */
function makeShouted(raw: string): WordForm {
  const form = makeForm(raw.toLowerCase());
  return { ...form, text: raw.slice(0, form.text.length) };
}

/**
 * Letters that Unicode does not decompose, as they are typed on keyboards without them: "Łódź" is typed
 * "Lodz".
 */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/** Folds a text: lower case, without accents, apostrophes and the commas of numbers. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = /^[a-z0-9]*$/.test(lower) ? lower : foldLetters(lower);
  return /^\d/.test(plain) ? plainNumber(plain) : plain;
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase() // again, for letters in fancy type: "𝐀"
    .replace(/[\p{M}'’ʻʼ]/gu, '')
    .replace(/[ßæœøłđðþħı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/**
 * Returns the folded form of an abbreviation; null if it is none. "U.S." and "US" are one word, and not the
 * pronoun; "U.K." and "UK" are one; "WHO" is not the question word. An abbreviation that would read as a
 * function word keeps its dots.
 */
function abbreviationOf(text: string, folded: string): string | null {
  if (/^u\.?s\.?a\.?$/.test(folded)) return 'u.s.';
  const dotted = /^(?:\p{L}\.){2,}$/u.test(text);
  const capitals = /^\p{Lu}{2,}$/u.test(text);
  if (!dotted && !capitals) return null;
  const letters = folded.replaceAll('.', '');
  return STOP_WORDS.has(letters) ? `${[...letters].join('.')}.` : letters;
}
