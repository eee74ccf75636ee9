import type { AnalysedText } from '../analysed-text.js';

/** Words of a sentence that may be what the question wants to hear. */
export interface AnswerSpan {
  /** Character offsets in the sentence, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Token positions, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** How well it fits the kind wanted: 1 for "5,200 troops" where troops are counted, less for what merely could be it. */
  readonly fit: number;
}

export const STRONG = 1;
export const FAIR = 0.6;
export const WEAK = 0.3;

/** A span by its characters, with the tokens that lie in it; none where it holds no token. */
export function withTokens(sentence: AnalysedText, start: number, end: number, fit: number): AnswerSpan[] {
  const first = sentence.tokens.findIndex((token) => token.start >= start);
  let last = first;
  while ((sentence.tokens[last + 1]?.end ?? Infinity) <= end) last += 1;
  return first < 0 || (sentence.tokens[first]?.start ?? end) >= end ? [] : [{ start, end, first, last, fit }];
}
