import { readNumber } from './number-words.js';
import type { Token } from './tokens.js';

export type QuantityKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'year'
  | 'date'
  | 'clock'
  | 'duration'
  | 'measure'
  | 'ordinal';

/** A number in a text with what it says: "more than 5,000 U.S. soldiers". */
export interface Quantity {
  readonly kind: QuantityKind;
  /** Character offsets of the value with its qualifier, sign and scale ("more than $3.5 million"), `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Token positions of the number with its scale and unit, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Null where the words give no exact figure ("dozens"). */
  readonly value: number | null;
  /** Terms of the words that it counts, nearest first, as far as the next few words tell. */
  readonly counted: readonly string[];
}

const ORDINALS = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last'.split(' '),
);
const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const CURRENCIES = new Set(
  'dollar dollars euro euros pound pounds yen yuan rupee rupees franc francs rouble roubles ruble rubles cent cents peso pesos won usd eur gbp'.split(
    ' ',
  ),
);
const DURATIONS = /^(?:second|minute|hour|day|week|month|year|decade|century|centuries)s?$/;
const MEASURES =
  /^(?:km|kilometres?|kilometers?|miles?|metres?|meters?|feet|foot|inch|inches|yards?|acres?|hectares?|kg|kilograms?|grams?|tons?|tonnes?|pounds?|litres?|liters?|gallons?|barrels?|degrees?|mph|megawatts?|gigawatts?|watts?|volts?|hz|mhz|ghz|bytes?|gb|mb|atm|square|cubic)$/;
/** Which dollars, or whose pounds: "5 U.S. dollars", "5 million Swiss francs". */
const CURRENCY_OF =
  /^\s(?:U\.?S\.?|American|Canadian|Australian|New Zealand|Hong Kong|Singapore|British|Egyptian|Lebanese|Swiss|Japanese|Chinese|Indian|Pakistani|Russian|Mexican|South Korean)\s(?<name>\p{L}+)/u;
/** Units of more than one word: "square miles", "miles per hour", "km/h", "degrees Celsius", "°C". */
const LONG_UNIT =
  /^(?:[\s-]?(?:square|cubic)[\s-]\p{L}+|[\s-]?(?:miles?|km|kilomet(?:er|re)s?|feet|met(?:er|re)s?)(?:\/[hs]\b|\s(?:per|an?)\s(?:hour|second)\b)|\/h\b|\s?degrees\s(?:Celsius|Fahrenheit|centigrade|[CF]\b)|\s?°\s?(?:[CF]\b)?)/iu;
const QUALIFIERS =
  /(?:\b(?:(?:no|not) (?:more|less|fewer) than|more than|less than|fewer than|upwards of|at least|at most|up to|as many as|as much as|close to|an estimated|the estimated|estimated|about|around|nearly|almost|over|under|approximately|roughly|some|only|just|exactly)\s+)+$/i;
/** With an article between: "more than a dozen". */
const SCALE_WITH_ARTICLE = /^(?:dozen|hundred|thousand|million|billion|trillion|couple)\b/i;
/** "No one" is nobody, "this one" no number. */
const PRONOUN_WITH_ONE = /^(?:no|any|some|every|each|this|that|which)$/;

/** Before a figure, never before a year: "more than 2000". */
const COUNTING_QUALIFIERS = /than|at least|at most|up to|as many as|estimated|nearly|almost|some/i;
/** "2000 troops": newspapers and members leave commas out. */
const PEOPLE =
  /^(?:troops|soldiers|people|civilians|fighters|militants|workers|employees|students|protesters|officers|refugees|migrants|voters)$/;

/** All quantities of a text, in order. `tokens` are those of `text`. */
export function findQuantities(text: string, tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  let next = 0;
  while (next < tokens.length) {
    const quantity = readQuantity(text, tokens, next);
    if (quantity) found.push(quantity);
    next = (quantity?.last ?? next) + 1;
  }
  return found;
}

function readQuantity(text: string, tokens: readonly Token[], first: number): Quantity | null {
  const token = tokens[first];
  if (!token) return null;
  const named = namedDate(text, tokens, first);
  if (named) return named;
  const number = ORDINALS.has(token.word)
    ? { last: first, value: null, suffix: '' }
    : readNumber(text, tokens, first);
  if (!number) return null;
  if (token.word === 'one' && PRONOUN_WITH_ONE.test(tokens[first - 1]?.word ?? '')) return null;
  const { last, value } = number;
  const end = tokens[last]?.end ?? token.end;
  const after = tokens[last + 1];
  const sign =
    /(?:(?:(?<![\p{L}\p{N}’'°])(?:US|AU?|CA?|HK|NZ)(?=\$))?[$€£¥₹]|\b(?:USD|EUR|GBP|Rs\.?)\s?)$/u.exec(
      text.slice(Math.max(0, token.start - 5), token.start),
    )?.[0] ?? '';
  const tail = text.slice(end, end + 32);
  const start = withQualifier(text, token.start - sign.length);
  const make = (kind: QuantityKind, tailLength = 0): Quantity => {
    const to = end + tailLength;
    let reach = last;
    while ((tokens[reach + 1]?.end ?? Infinity) <= to) reach += 1;
    const counted = kind === 'count' || kind === 'percent' ? countedAfter(text, tokens, reach) : [];
    return { kind, start, end: to, first, last: reach, value, counted };
  };
  const percent = /^[\s-]?(?:%|per cent\b|percent\b|percentage points?\b)/i.exec(tail);
  if (percent) return make('percent', percent[0].length);
  if (sign !== '') return make('money');
  const gap = after ? text.slice(end, after.start) : '';
  const unit = after && /^[\s-]$/.test(gap) ? after.word : '';
  const unitLength = after ? after.end - end : 0;
  if (CURRENCIES.has(unit)) return make('money', unitLength);
  const currency = CURRENCY_OF.exec(tail);
  if (currency && CURRENCIES.has(currency.groups?.name ?? '')) return make('money', currency[0].length);
  const clock = /^(?::\d\d)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b|GMT\b|o['’]clock)/i.exec(tail);
  if (clock) return make('clock', clock[0].length);
  if (DURATIONS.test(unit)) return make('duration', unitLength);
  const longUnit = LONG_UNIT.exec(tail);
  if (longUnit) return make('measure', longUnit[0].length);
  if (MEASURES.test(unit) || MEASURES.test(number.suffix)) {
    return make('measure', number.suffix === '' ? unitLength : 0);
  }
  if (/^\d+(?:st|nd|rd|th)$/.test(token.word) || ORDINALS.has(token.word)) return make('ordinal');
  const mayBeYear = /^[12]\d{3}s?$/.test(token.text) && Number.parseInt(token.text, 10) <= 2100;
  const counts = COUNTING_QUALIFIERS.test(text.slice(start, token.start)) || PEOPLE.test(after?.word ?? '');
  if (mayBeYear && !counts) return make('year');
  // "COVID-19", "F-16": a number in a name.
  return /\p{L}-$/u.test(text.slice(0, start)) ? null : make('count');
}

/** "January 4", "4 January 2020", "Jan. 5, 2020", "October 1973". */
function namedDate(text: string, tokens: readonly Token[], first: number): Quantity | null {
  const isMonth = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && MONTHS.has(token.word) && /^\p{Lu}/u.test(token.text);
  };
  const isNumber = (at: number, pattern: RegExp): boolean => pattern.test(tokens[at]?.word ?? '');
  const near = (at: number): boolean => {
    const [left, right] = [tokens[at], tokens[at + 1]];
    return !!left && !!right && /^(?:,? |\. | of )$/.test(text.slice(left.end, right.start));
  };
  const day = /^[0-3]?\d(?:st|nd|rd|th)?$/;
  const year = /^[12]\d{3}$/;
  let last = -1;
  if (isMonth(first)) {
    if (near(first) && isNumber(first + 1, day)) last = first + 1;
    else if (near(first) && isNumber(first + 1, year)) last = first + 1;
  } else if (isNumber(first, day) && near(first) && isMonth(first + 1)) last = first + 1;
  if (last < 0) return null;
  if (!isNumber(last, year) && near(last) && isNumber(last + 1, year)) last += 1;
  const [from, to] = [tokens[first], tokens[last]];
  if (!from || !to) return null;
  return { kind: 'date', start: from.start, end: to.end, first, last, value: null, counted: [] };
}

function withQualifier(text: string, start: number): number {
  const article = SCALE_WITH_ARTICLE.test(text.slice(start, start + 10))
    ? (/\ban?\s+$/i.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0)
    : 0;
  const before = text.slice(Math.max(0, start - article - 40), start - article);
  const qualifier = QUALIFIERS.exec(before);
  return qualifier ? start - article - qualifier[0].length : start;
}

/** Terms after a number up to the end of its noun phrase: "5,000 U.S. soldiers", "173 of the 329 Iraqi lawmakers". */
function countedAfter(text: string, tokens: readonly Token[], last: number): string[] {
  const terms: string[] = [];
  for (let at = last + 1; at < Math.min(tokens.length, last + 8); at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before) break;
    if (!/^(?:[\s-]|%\s)$/.test(text.slice(before.end, token.start))) break;
    if (token.stop) {
      if (terms.length === 0 && /^(?:of|the|its|his|their|these|those|our|such|other)$/.test(token.word))
        continue;
      break;
    }
    if (/^\d/.test(token.word) && terms.length === 0) continue;
    terms.push(token.term);
    if (terms.length === 4) break;
  }
  return terms;
}
