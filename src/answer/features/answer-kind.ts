import type { AnswerKind } from '../answer-kind.js';
import type { AnswerSpan } from '../answer-spans.js';
import type { Candidate, Feature } from '../candidate.js';

/** Whether the sentence holds an answer of the wanted kind, and how close it stands to the question's words. */

/** Fit of the best span, for questions of some kinds only: what a date is worth is not what a noun is worth. */
export const fitFor =
  (...kinds: readonly AnswerKind[]): Feature =>
  ({ matcher, spans }) =>
    kinds.includes(matcher.question.kind) ? (spans[0]?.fit ?? 0) : 0;

/** There is nothing of the wanted kind. */
export const nothingWanted: Feature = ({ matcher, spans }) =>
  matcher.question.kind !== 'yes or no' && spans.length === 0 ? 1 : 0;

/** Fit of a span times the question's information near it: a matched word counts less with each word between. */
export const nearSpan: Feature = (candidate) => {
  let best = 0;
  for (const span of candidate.spans.slice(0, 12))
    best = Math.max(best, span.fit * closeness(candidate, span));
  return best;
};

export function closeness({ matcher, evidence }: Candidate, span: AnswerSpan): number {
  const near = matcher.question.terms.map(() => 0);
  for (const { at, match } of evidence.places) {
    const distance = at < span.first ? span.first - at : at > span.last ? at - span.last : 0;
    near[match.index] = Math.max(near[match.index] ?? 0, match.strength / (1 + distance / 4));
  }
  return matcher.coverage(near);
}
