import type { Token } from './tokens.js';

/** A number read from a text, in digits or words, with its scale. */
export interface NumberRead {
  /** Token position of its last word. */
  readonly last: number;
  /** Null if the words give no exact figure ("dozens"). */
  readonly value: number | null;
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
  bn: 1e9,
  tn: 1e12,
};
/** As they are written on to digits: "$1.5bn", "$44B", "10K". */
const SHORT_SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 };
const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};
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
  return { last: first + length - 1, value: null, suffix: '' };
}

/** "5,200", "3.5 million", "1.5bn", a tally such as "170-0". */
function readDigits(text: string, tokens: readonly Token[], first: number): NumberRead {
  const word = tokens[first]?.word ?? '';
  const suffix = /^\d[\d.]*(\D*)$/.exec(word)?.[1] ?? '';
  const [, whole = '', fraction] = /^(\d+)([½¼¾⅓⅔])$/.exec(tokens[first]?.text ?? '') ?? [];
  let value =
    fraction === undefined
      ? Number.parseFloat(word) * (own(SHORT_SCALES, suffix) ?? 1)
      : Number(whole) + (own(FRACTIONS, fraction) ?? 0);
  const isTally = /^\d+$/.test(word) && /^\d+$/.test(tokens[first + 1]?.word ?? '');
  if (isTally && /^[-–]$/.test(gapAfter(text, tokens, first))) return { last: first + 1, value, suffix };
  let last = first;
  for (; joined(text, tokens, last); last += 1) {
    const scale = own(SCALES, tokens[last + 1]?.word);
    if (scale === undefined) break;
    value *= scale;
  }
  return { last, value, suffix };
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
    } else if (small >= 1 && completes(whole + part, small, link === 1)) {
      part += small;
      last += 1 + link;
    } else break;
  }
  return { last, value: whole + part, suffix: '' };
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
