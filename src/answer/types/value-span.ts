import type { AnalysedText } from '../../text/analysed-text.js';
import type { Quantity, QuantityKind } from '../../text/quantities.js';
import type { AnswerType } from '../question/answer-type.js';
import type { Question } from '../question/question.js';

/** Words of a sentence that can be an answer of some type. */
export interface ValueSpan {
  /** Character offsets in the sentence, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Token positions, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** How surely it is of the type, 0 to 1. */
  readonly fit: number;
}

/** Where a value was said: what tells which day "Sunday" is. */
export interface ValueContext {
  readonly sentence: AnalysedText;
  /** ISO 8601 date or time of the article; null where it is not known. */
  readonly published: string | null;
}

/** All that is particular to one type of answer. */
export interface AnswerTypeModule {
  readonly type: AnswerType;
  /** What a question of this type looks for, in plain words: "a number". */
  readonly wanted: string;
  /** The spans of a sentence that can be it; empty for answers that take a whole clause. */
  spans(sentence: AnalysedText, question: Question): ValueSpan[];
  /** Two values are the same when their canonical forms are. */
  canonical(span: ValueSpan, context: ValueContext): string;
  /** How surely a sentence answers a question of this type, 0 to 1, for answers that take a whole clause. */
  cue?(sentence: AnalysedText, question: Question): number;
}

export const SURE = 1;
export const LIKELY = 0.6;
export const POSSIBLE = 0.3;
export const UNLIKELY = 0.1;

/** The quantities of a sentence that are of some kinds, each with the fit of its kind. */
export function quantitiesOf(
  { quantities }: AnalysedText,
  fits: Readonly<Partial<Record<QuantityKind, number>>>,
): (ValueSpan & { readonly quantity: Quantity })[] {
  return quantities.flatMap((quantity) => {
    const fit = fits[quantity.kind] ?? 0;
    const { start, end, first, last } = quantity;
    return fit > 0 ? [{ start, end, first, last, fit, quantity }] : [];
  });
}

/** A span of characters with the tokens that it holds; null where it holds none, or a part of one. */
export function spanAt({ tokens }: AnalysedText, start: number, end: number, fit: number): ValueSpan | null {
  const first = tokens.findIndex((token) => token.end > start);
  let last = first;
  while ((tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1;
  const [from, to] = [tokens[first], tokens[last]];
  const isWhole = from !== undefined && to !== undefined && from.start >= start && to.end <= end;
  return isWhole ? { start, end, first, last, fit } : null;
}

/** The words of a span. */
export const wordsOf = ({ text }: AnalysedText, { start, end }: ValueSpan): string => text.slice(start, end);
