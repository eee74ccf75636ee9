import { countedAfter } from './numbers/counted-words.js';
import { currencyAfter, currencyBefore } from './numbers/currencies.js';
import { type NumberRead, opensNumber, readNumber } from './numbers/number-words.js';
import { endOfWrittenDate, opensWrittenDate } from './numbers/written-dates.js';
import { DURATIONS, isTemperature, LONG_UNIT, MEASURES, SHORT_UNITS } from './numbers/written-units.js';
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
  /** The upper end of a range, whose lower end is `value`. */
  readonly upTo?: number;
  /** Terms of the words that it counts, nearest first, as far as the next few words tell. */
  readonly counted: readonly string[];
}

const ORDINALS = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last'.split(' '),
);
/** "Second-largest", "third most populous" are whole. */
const SUPERLATIVE = /^[\s-](?:(?:most|least)[\s-]\p{Ll}+|\p{Ll}{2,}est)(?!\p{L})/u;
const QUALIFIERS =
  /(?:\b(?:(?:no|not) (?:more|less|fewer) than|more than|less than|fewer than|upwards of|at least|at most|up to|as many as|as much as|close to|an estimated|estimated|about|around|nearly|almost|over|under|approximately|roughly|some|only|just|exactly)\s+)+$/i;
/** With an article between: "more than a dozen". */
const SCALE_WITH_ARTICLE = /^(?:dozen|hundred|thousand|million|billion|trillion|couple)\b/i;
/** "No one" is nobody, "this one" no number. */
const PRONOUN_WITH_ONE = /^(?:no|any|some|every|each|this|that|which)$/;

/** Before a figure, as in "more than 2000 troops", and before a year, as in "at least 2005" and "lower than 2019 levels". */
const COUNTING_QUALIFIERS = /than|at least|at most|up to|as many as|estimated|nearly|almost|some/i;
/** Years that are written about begin here. */
const FIRST_YEAR = 1500;
/** Who counts without a comma gives a round figure, and says of what. */
const COUNTED_AFTER_ROUND = /^[05]0 (?!levels\b)(?:of|\p{L}{4,}s)\b/u;
/** "2000 troops": newspapers and members leave commas out. */
const PEOPLE =
  /^(?:troops|soldiers|people|civilians|fighters|militants|workers|employees|students|protesters|officers|refugees|migrants)$/;

/** All quantities of a text, in order. `tokens` are those of `text`. */
export function findQuantities(text: string, tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  let next = 0;
  while (next < tokens.length) {
    const quantity = readQuantity(text, tokens, next, found.at(-1)?.end ?? 0);
    if (quantity) found.push(quantity);
    next = (quantity?.last ?? next) + 1;
  }
  return found;
}

/** Few words open one; for the others nothing further is tried. */
function opensQuantity(word: string): boolean {
  return opensNumber(word) || ORDINALS.has(word) || opensWrittenDate(word);
}

/** @param taken where the quantity before ends: a currency between two figures belongs to the first, “56 € 2020” */
function readQuantity(text: string, tokens: readonly Token[], first: number, taken: number): Quantity | null {
  const token = tokens[first];
  if (!token || !opensQuantity(token.word)) return null;
  const endOfDate = tokens[endOfWrittenDate(text, tokens, first)];
  if (endOfDate) {
    const last = tokens.indexOf(endOfDate);
    return { kind: 'date', start: token.start, end: endOfDate.end, first, last, value: null, counted: [] };
  }
  if (token.word === 'one' && PRONOUN_WITH_ONE.test(tokens[first - 1]?.word ?? '')) return null;
  const number = ORDINALS.has(token.word)
    ? { last: first, value: null, scale: 1, suffix: '' }
    : readNumber(text, tokens, first);
  if (!number) return null;
  const before = currencyBefore(text, token.start);
  const sign = token.start - before < taken ? 0 : before;
  return readRange(text, tokens, first, sign) ?? single(text, tokens, first, number, sign);
}

/** A number with what stands around it. `sign` is the length of the currency before it. */
function single(
  text: string,
  tokens: readonly Token[],
  first: number,
  { last, value, suffix }: NumberRead,
  sign: number,
): Quantity | null {
  const token = tokens[first];
  const end = tokens[last]?.end ?? 0;
  const after = tokens[last + 1];
  if (!token) return null;
  const tail = text.slice(end, end + 32);
  const start = withQualifier(text, token.start - sign);
  const make = (kind: QuantityKind, tailLength = 0): Quantity => {
    const to = end + (tailLength === 0 && /^\+(?!\d)/.test(tail) ? 1 : tailLength);
    const reach = lastUpTo(tokens, last, to);
    const counted = kind === 'count' || kind === 'percent' ? countedAfter(text, tokens, reach) : [];
    return { kind, start, end: to, first, last: reach, value, counted };
  };
  const percent = /^\+?[\s-]?(?:%|per cent\b|percent\b|percentage points?\b)/i.exec(tail);
  if (percent) return make('percent', percent[0].length);
  if (sign > 0) return make('money');
  const currency = currencyAfter(text, end);
  if (currency > 0) return make('money', currency);
  const clock = /^(?::\d\d)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b|GMT\b|o['’]clock)/i.exec(tail);
  if (clock) return make('clock', clock[0].length);
  const gap = after ? text.slice(end, after.start) : '';
  const unit = after && /^\+?[\s-]$/.test(gap) ? after.word : '';
  const unitLength = after ? after.end - end : 0;
  if (DURATIONS.test(unit)) return make('duration', unitLength);
  const longUnit = LONG_UNIT.exec(tail);
  if (longUnit) return make('measure', longUnit[0].length);
  if (MEASURES.test(unit) || MEASURES.test(suffix)) return make('measure', suffix === '' ? unitLength : 0);
  if (SHORT_UNITS.test(suffix) || isTemperature(text, token, suffix)) return make('measure');
  if (/^\d+(?:st|nd|rd|th)$/.test(token.word) || ORDINALS.has(token.word)) {
    return make('ordinal', SUPERLATIVE.exec(tail)?.[0].length);
  }
  const mayBeYear = /^[12]\d{3}s?$/.test(token.text) && Number.parseInt(token.text, 10) <= 2100;
  if (mayBeYear && last === first && !countsLikeYear(text, start, token, after)) return make('year');
  // "COVID-19", "F-16": a number in a name.
  return /\p{L}-$/u.test(text.slice(0, start)) ? null : make('count');
}

/** Whether a number that may be a year counts something. */
function countsLikeYear(text: string, start: number, token: Token, after: Token | undefined): boolean {
  if (PEOPLE.test(after?.word ?? '')) return true;
  if (!COUNTING_QUALIFIERS.test(text.slice(start, token.start))) return false;
  const tail = text.slice(token.start + 2, token.end + 24);
  return Number.parseInt(token.text, 10) < FIRST_YEAR || COUNTED_AFTER_ROUND.test(tail);
}

/** The token up to which a stretch of characters reaches that begins with another. */
function lastUpTo(tokens: readonly Token[], first: number, end: number): number {
  let last = first;
  while ((tokens[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) last += 1;
  return last;
}

/** What stands between the ends of a range; a currency may follow. */
const TO = /^(?: to | ?[-–—] ?)(?:[\p{Sc}]\s?)?$/u;
const AND = /^ and (?:[\p{Sc}]\s?)?$/u;
const RANGED = new Set<QuantityKind>(['money', 'percent', 'measure', 'duration', 'count']);

/**
 * "$3.5 to $4 million", "5-10 percent": one quantity with two ends. After "from" and "between" the first end stands for
 * itself, but has the scale and the kind of the second. Null where no range begins.
 */
function readRange(text: string, tokens: readonly Token[], first: number, sign: number): Quantity | null {
  const token = tokens[first];
  const low = readBareNumber(text, tokens, first);
  if (!token || low === null || low.value === null || low.suffix !== '') return null;
  const isLinked = /^(?:to|and)$/.test(tokens[low.last + 1]?.word ?? '');
  const second = low.last + (isLinked ? 2 : 1);
  const next = tokens[second];
  const gap = text.slice(tokens[low.last]?.end ?? 0, next?.start ?? 0);
  const before = text.slice(Math.max(0, token.start - sign - 10), token.start - sign);
  const isBetween = AND.test(gap) && /\bbetween $/i.test(before);
  if (!next || !(TO.test(gap) || isBetween)) return null;
  const high = readNumber(text, tokens, second);
  const upper = high && single(text, tokens, second, high, currencyBefore(text, next.start));
  if (!high || !upper || upper.value === null || !RANGED.has(upper.kind)) return null;
  if (sign > 0 && !/^(?:money|count)$/.test(upper.kind)) return null;
  const kind = sign > 0 ? 'money' : upper.kind;
  const isPlain = kind === 'count' && high.scale === 1;
  // "170-0", "2020-21" and "between 15 and 20" give no unit away.
  if (isPlain && !/^ to $/.test(gap)) return null;
  const scaled = low.scale === 1 ? low.value * high.scale : low.value;
  const value = scaled < upper.value ? scaled : low.value;
  if (value >= upper.value) return null;
  const start = withQualifier(text, token.start - sign);
  const { counted } = upper;
  if (isBetween || /\bfrom $/i.test(before)) {
    const end = tokens[low.last]?.end ?? token.end;
    return { kind, start, end, first, last: low.last, value, counted };
  }
  return { kind, start, end: upper.end, first, last: upper.last, value, upTo: upper.value, counted };
}

/** The number at a token, though a hyphen and another number follow. */
function readBareNumber(text: string, tokens: readonly Token[], first: number): NumberRead | null {
  const [token, next] = [tokens[first], tokens[first + 1]];
  if (!token) return null;
  const isJoined = next !== undefined && /^[-–—]$/.test(text.slice(token.end, next.start));
  return isJoined && /^\d/.test(next.word)
    ? readNumber(text.slice(0, token.end), [...tokens.slice(0, first + 1)], first)
    : readNumber(text, tokens, first);
}

function withQualifier(text: string, start: number): number {
  const article = SCALE_WITH_ARTICLE.test(text.slice(start, start + 10))
    ? (/\ban?\s+$/i.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0)
    : 0;
  const before = text.slice(Math.max(0, start - article - 40), start - article);
  const qualifier = QUALIFIERS.exec(before);
  return qualifier ? start - article - qualifier[0].length : start;
}
