import type { AnswerType } from '../../question/answer-type.js';
import { TYPES } from '../../types/index.js';
import type { ValueSpan } from '../../types/value-span.js';
import type { Feature, ScoredCandidate } from './feature.js';

/** Whether the sentence holds an answer of the wanted type, and how close it stands to the question's words. */

/** Fit of the best span, for questions of some types only: what a date is worth is not what a name is worth. */
const fitFor =
  (...types: readonly AnswerType[]): Feature =>
  ({ matcher, spans }) =>
    types.includes(matcher.question.type) ? spans.reduce((best, { fit }) => Math.max(best, fit), 0) : 0;

export const holdsCount = fitFor('count');
export const holdsAmount = fitFor('money', 'percent', 'measure', 'duration', 'age');
export const holdsDate = fitFor('date');
export const holdsPerson = fitFor('person');
export const holdsPlace = fitFor('place', 'organisation');

const cueFor =
  (...types: readonly AnswerType[]): Feature =>
  ({ matcher: { question }, analysed }) =>
    types.includes(question.type) ? (TYPES[question.type].cue?.(analysed, question) ?? 0) : 0;

export const cueOfStatement = cueFor('statement');
export const cueOfDefinition = cueFor('definition');

/** The question's information near a span, 0 to 1. */
export function closeness(
  { matcher, evidence }: Pick<ScoredCandidate, 'matcher' | 'evidence'>,
  span: ValueSpan,
): number {
  const near = matcher.question.terms.map(() => 0);
  for (const { at, match } of evidence.places) {
    const distance = at < span.first ? span.first - at : at > span.last ? at - span.last : 0;
    near[match.index] = Math.max(near[match.index] ?? 0, match.strength / (1 + distance / 4));
  }
  return matcher.coverage(near);
}
