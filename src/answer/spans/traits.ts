import { nounKind } from '../../text/lexicon/noun-kinds.js';
import type { AnalysedText } from '../analysed-text.js';
import { type CandidateSpan, candidateSpans } from './candidate-spans.js';
import type { Run } from './phrases.js';
import { wordAfter, wordBefore } from './span-neighbours.js';
import { spanType } from './span-type.js';
import { wordClasses } from './word-classes.js';

/** A span with what can be said of it whatever the question is: "is: year", "after: in", "ends: noun". */
export interface DescribedSpan extends CandidateSpan {
  /** Character offsets in the sentence, `[start, end)`: of the tokens, with a currency or per cent sign. */
  readonly start: number;
  readonly end: number;
  /** Those that count for every question. */
  readonly traits: readonly string[];
  /** Those that count for more or less by what the question asks for. */
  readonly telling: readonly string[];
}

const described = new WeakMap<AnalysedText, readonly DescribedSpan[]>();

/** The spans of a sentence that may answer, described; remembered, because questions come back to the same sentences. */
export function describedSpans(text: AnalysedText): readonly DescribedSpan[] {
  const known = described.get(text);
  if (known) return known;
  const found = candidateSpans(text).map((span) => describe(text, span));
  described.set(text, found);
  return found;
}

function describe(text: AnalysedText, span: CandidateSpan): DescribedSpan {
  const classes = wordClasses(text);
  const named = nounKind(text.tokens[span.last]?.word ?? '');
  const telling = [
    `is: ${spanType(text, span)}`,
    `after: ${wordBefore(text, span)}`,
    `words: ${lengthBand(span.last - span.first + 1)}`,
  ];
  return {
    ...span,
    ...extent(text, span),
    telling,
    traits: [
      ...telling,
      `shape: ${span.shape}`,
      `before: ${wordAfter(text, span)}`,
      `begins: ${classes[span.first]}`,
      `ends: ${classes[span.last]}`,
      ...(named === null ? [] : [`names: ${named}`]),
    ],
  };
}

/** "$" and "%" belong to no token. */
function extent({ text, tokens }: AnalysedText, { first, last }: Run): { start: number; end: number } {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  const sign = /(?:(?:US|A|C|HK|NZ)?[$€£¥]|[−-])$/.exec(text.slice(Math.max(0, start - 4), start));
  const unit = /^(?:\s?%| ?°[CF]?)/.exec(text.slice(end, end + 3));
  const isFigure = /\d/.test(text[start] ?? '');
  return { start: start - (isFigure ? (sign?.[0].length ?? 0) : 0), end: end + (unit?.[0].length ?? 0) };
}

/** Long spans are told apart less finely. */
function lengthBand(count: number): string {
  if (count <= 3) return `${count}`;
  if (count <= 5) return '4–5';
  if (count <= 8) return '6–8';
  return count <= 14 ? '9–14' : '15 or more';
}
