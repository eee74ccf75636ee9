import type { AnalysedText } from '../analysed-text.js';
import type { CandidateSpan } from './candidate-spans.js';
import type { Run } from './phrases.js';
import { wordClasses } from './word-classes.js';

/** What a span is, in a few words: "person name", "year", "count of" for "5,000 soldiers", "noun phrase", "clause". */
export function spanType(text: AnalysedText, span: CandidateSpan): string {
  if (span.shape === 'calendar') return 'date';
  if (/^(?:with complement|list|verb phrase|infinitive|segment|clause)$/.test(span.shape)) return span.shape;
  const within = text.quantities.find((quantity) => holds(span, quantity));
  if (within) {
    const start = text.tokens.findIndex(({ end }) => end > within.start);
    const isWhole = span.last === within.last && (span.first === within.first || span.first === start);
    if (isWhole) return within.kind;
    return span.first <= within.first ? `${within.kind} of` : `with ${within.kind}`;
  }
  const name = text.names.find((other) => holds(span, other));
  if (name) {
    if (holds(name, span)) return `${name.kind} name`;
    return name.last === span.last ? `to ${name.kind} name` : 'with name';
  }
  if (text.names.some((other) => holds(other, span))) return 'part of name';
  if (text.quantities.some((other) => holds(other, span))) return 'part of figure';
  return span.shape === 'word' ? (wordClasses(text)[span.last] ?? 'other') : span.shape;
}

function holds(outer: Run, inner: Run): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}
