import type { Token } from '../tokens.js';

/** A number read from a text, in digits or words, with its scale. */
export interface NumberRead {
  /** Token position of its last word. */
  readonly last: number;
  /** Null if the words give no exact figure ("dozens"). */
  readonly value: number | null;
  /** What its scale multiplies by: 1,000,000 in "3.5 million"; 1 without one. */
  readonly scale: number;
  /** Letters attached to its digits: "km", "bn", "th"; empty if there are none. */
  readonly suffix: string;
}

const SMALL: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11,
  twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, half: 0.5,
}; // biome-ignore format: a table of numbers reads best in rows
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  mn: 1e6,
  mln: 1e6,
  bn: 1e9,
  bln: 1e9,
  tn: 1e12,
  trn: 1e12,
};
/** As they are written on to digits: "$1.5bn", "$44B", "10K". */
const SHORT_SCALES: Readonly<Record<string, number>> = {
  k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, b: 1e9, bn: 1e9, bln: 1e9, tn: 1e12, trn: 1e12, cr: 1e7,
}; // biome-ignore format: a table of numbers reads best in rows
const VAGUE = new Set([
  'dozens',
  'scores',
  'hundreds',
  'thousands',
  'millions',
  'billions',
  'trillions',
  'several',
  'couple',
]);

/** Whether a number may start with a word: where it may not, `readNumber` gives null. */
export function opensNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first >= ZERO && first <= NINE) || VAGUE.has(word) || NUMBER_WORDS.has(word);
}

const [ZERO, NINE] = [48, 57];
const NUMBER_WORDS = new Set([...Object.keys(SMALL), ...Object.keys(SCALES)]);

/** Reads the number that starts at a token; null if none does. */
export function readNumber(text: string, tokens: readonly Token[], first: number): NumberRead | null {
  const word = tokens[first]?.word ?? '';
  if (VAGUE.has(word)) return readVague(tokens, first);
  if (/^\d/.test(word)) return readDigits(text, tokens, first);
  return readWords(text, tokens, first);
}

/** "hundreds of thousands", "several million". */
function readVague(tokens: readonly Token[], first: number): NumberRead {
  const [next, afterNext] = [tokens[first + 1]?.word ?? '', tokens[first + 2]?.word ?? ''];
  const length = next === 'of' && VAGUE.has(afterNext) ? 3 : Object.hasOwn(SCALES, next) ? 2 : 1;
  return { last: first + length - 1, value: null, scale: 1, suffix: '' };
}

/** "5,200", "3.5 million", "1.5bn", "3½", "3 1/2", a tally such as "170-0". */
function readDigits(text: string, tokens: readonly Token[], first: number): NumberRead {
  const word = tokens[first]?.word ?? '';
  const suffix = /^\d[\d.]*((?:[^\d.]\D*)?)$/.exec(word)?.[1] ?? '';
  const fraction = readFraction(text, tokens, first);
  if (fraction === null && isTally(text, tokens, first)) {
    return { last: first + 1, value: Number.parseFloat(word), scale: 1, suffix };
  }
  const isScale = Object.hasOwn(SHORT_SCALES, suffix) && !isMetres(text, tokens[first], suffix);
  let scale = isScale ? (SHORT_SCALES[suffix] ?? 1) : 1;
  const half = andAHalf(text, tokens, fraction?.last ?? first);
  let last = (fraction?.last ?? first) + half;
  for (; joined(text, tokens, last); last += 1) {
    const next = own(SCALES, tokens[last + 1]?.word);
    if (next === undefined) break;
    scale *= next;
  }
  const value = (fraction?.value ?? Number.parseFloat(word)) + (half > 0 ? 0.5 : 0);
  const isWritten = fraction !== null || isScale;
  return { last, value: exact(value * scale), scale, suffix: isWritten ? '' : suffix };
}

function isTally(text: string, tokens: readonly Token[], first: number): boolean {
  const isNumber = (at: number): boolean => /^\d+$/.test(tokens[at]?.word ?? '');
  return isNumber(first) && isNumber(first + 1) && /^[-–]$/.test(gapAfter(text, tokens, first));
}

/** What is measured in metres: "100m sprint", "30m high". */
const OF_METRES =
  /^[\s-](?:long|high|tall|wide|deep|away|below|above|from|north|south|east|west|race|sprint|dash|final|semi|heats?|hurdles|freestyle|backstroke|breaststroke|butterfly|medley|relay|steeplechase|run|runner|swim|walk|champion|championships?|title|gold|silver|bronze|record|pool|drop|fall|cliff|tower|yacht|waves?|tunnel|crater|telescope|event)\b/i;
/** The m of "67m people" is a million, that of "5,000m" or "the men's 100m" is a metre. */
function isMetres(text: string, token: Token | undefined, suffix: string): boolean {
  if (token === undefined || suffix !== 'm') return false;
  const before = text.slice(Math.max(0, token.start - 12), token.start);
  if (/\p{Sc}\s?$/u.test(before)) return false;
  return (
    /\d,\d{3}m$/.test(token.text) ||
    /^\d{4,}m$/.test(token.text) ||
    /\b(?:wo)?men['’]s $/.test(before) ||
    OF_METRES.test(text.slice(token.end, token.end + 16))
  );
}

/** "3½", "½", "3 1/2", "1/2 of". Null where no fraction is written. */
function readFraction(
  text: string,
  tokens: readonly Token[],
  first: number,
): { readonly last: number; readonly value: number } | null {
  const start = tokens[first]?.start ?? 0;
  const found = FRACTION.exec(text.slice(start, start + 24));
  if (found === null) return null;
  const { whole, whole2, sign, above, below, above2, below2 } = found.groups ?? {};
  const [top, bottom] = [Number(above ?? above2), Number(below ?? below2)];
  if (sign === undefined && (top >= bottom || bottom > LARGEST_DENOMINATOR)) return null;
  const value =
    Number(whole ?? whole2 ?? 0) + (sign === undefined ? top / bottom : (FRACTION_SIGNS[sign] ?? 0));
  let last = first;
  while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= start + found[0].length) last += 1;
  return { last, value };
}

const FRACTION_SIGNS: Readonly<Record<string, number>> = {
  '½': 1 / 2, '¼': 1 / 4, '¾': 3 / 4, '⅓': 1 / 3, '⅔': 2 / 3, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8,
}; // biome-ignore format: a table of numbers reads best in rows
/** Larger ones are days: "9/11", "1/6". */
const LARGEST_DENOMINATOR = 5;
/** "3½", "½"; "3 1/2"; "1/2" needs a word after it that has parts. */
const FRACTION =
  /^(?:(?<whole>\d{1,3})?[ -]?(?<sign>[½¼¾⅓⅔⅛⅜⅝⅞])|(?<whole2>\d{1,3})[ -](?<above>\d)\/(?<below>\d)(?![\d/])|(?<above2>\d)\/(?<below2>\d)(?= (?:of|an?|the|miles?|inch|inches|cups?|hours?|pounds?|acres?|century)\b|-\p{L}))/u;

/** How many tokens "and a half" takes after a number: 3, or 0 where it does not stand there. */
function andAHalf(text: string, tokens: readonly Token[], last: number): number {
  const end = tokens[last]?.end ?? 0;
  return /^ and (?:a|one)[ -]half\b/.test(text.slice(end, end + 16)) ? 3 : 0;
}

/** "twenty-five", "two hundred and fifty thousand", "half a million". */
function readWords(text: string, tokens: readonly Token[], first: number): NumberRead | null {
  const word = (at: number): string | undefined => tokens[at]?.word;
  const opening = own(SMALL, word(first)) ?? own(SCALES, word(first));
  if (opening === undefined) return null;
  let [whole, part, last] = [0, opening, first];
  while (joined(text, tokens, last)) {
    const scale = own(SCALES, word(last + 1));
    const link = word(last + 1) === 'and' ? 1 : 0;
    const small = own(SMALL, word(last + 1 + link)) ?? 0;
    if (scale !== undefined && scale >= 1e3) {
      whole += part * scale;
      part = 0;
      last += 1;
    } else if (scale !== undefined) {
      part *= scale;
      last += 1;
    } else if (
      word(first) === 'half' &&
      last === first &&
      word(last + 1) === 'a' &&
      own(SCALES, word(last + 2))
    ) {
      last += 1;
    } else if (andAHalf(text, tokens, last) > 0) {
      part += 0.5;
      last += andAHalf(text, tokens, last);
    } else if (small >= 1 && completes(whole + part, small, link === 1)) {
      part += small;
      last += 1 + link;
    } else break;
  }
  const scale = last === first ? 1 : (own(SCALES, word(last)) ?? 1);
  return { last, value: exact(whole + part), scale, suffix: '' };
}

/** Without the last digits, which floating-point arithmetic invents: 4.35 * 100. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** Whether a smaller number continues one: "twenty" by "-five", "two hundred" by "and fifty" or "fifty". */
function completes(value: number, small: number, linked: boolean): boolean {
  if (value >= 100) return value % 100 === 0 && (linked || value < 1_000);
  return !linked && small < 10 && value >= 20 && value % 10 === 0;
}

function joined(text: string, tokens: readonly Token[], at: number): boolean {
  return /^[\s-]$/.test(gapAfter(text, tokens, at));
}

function gapAfter(text: string, tokens: readonly Token[], at: number): string {
  const [left, right] = [tokens[at], tokens[at + 1]];
  return left && right ? text.slice(left.end, right.start) : '';
}

function own(table: Readonly<Record<string, number>>, word: string | undefined): number | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
