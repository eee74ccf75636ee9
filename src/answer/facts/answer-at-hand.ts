import type { AnswerKind } from '../answer-kind.js';
import { closeness } from '../features/answer-kind.js';
import { coverage, strengthsAround } from '../features/coverage.js';
import { STRENGTH } from '../matching.js';
import type { RankedSentence } from '../rank.js';
import { type Fact, FITTING_AMONG, FOUND, isVerb, type Sort } from './fact.js';

/** Whether something of the kind that is asked for is at hand, and has to do with the question's words. */

/**
 * For questions of some kinds: how far the best candidates are from an answer that fits and stands in a sentence that
 * holds as much of the question as the best one does.
 */
export const unfit =
  (...kinds: readonly AnswerKind[]): Fact =>
  (best, ranked) => {
    if (!kinds.includes(best.candidate.matcher.question.kind)) return 0;
    const wanted = Math.max(around(best), Number.MIN_VALUE);
    const fits = ranked
      .slice(0, FITTING_AMONG)
      .map((item) => (item.candidate.spans[0]?.fit ?? 0) * Math.min(1, around(item) / wanted));
    return 1 - Math.max(...fits);
  };

function around({ candidate: { matcher, surroundings } }: RankedSentence): number {
  return matcher.coverage(strengthsAround(surroundings));
}

/** So many words off, a word of the question still has to do with an answer. */
const NEAR_ANSWER = 10;

/** Less likely answers of a sentence are not looked at. */
const LIKELY_SPANS = 12;

/** The question names an answer that words can stand beside: not a reason or what somebody said. */
function wantsSpan({ candidate }: RankedSentence): boolean {
  return /^(?:count|money|percent|measure|age|span|date|person|organisation|place)$/.test(
    candidate.matcher.question.kind,
  );
}

/** Share of the question's terms of a sort that stand near the likeliest answer in a sentence. */
function shareNearAnswer({ candidate }: RankedSentence, sort: Sort): number {
  const { spans, evidence, matcher } = candidate;
  const likely = spans
    .slice(0, LIKELY_SPANS)
    .map((span) => ({ span, chance: span.fit * closeness(candidate, span) }))
    .sort((a, b) => b.chance - a.chance)[0]?.span;
  const wanted = matcher.question.terms.flatMap((term, index) => (sort(term) ? [index] : []));
  if (likely === undefined || wanted.length === 0) return 0;
  const near = wanted.filter((index) =>
    evidence.places.some(
      ({ at, match }) =>
        match.index === index &&
        match.strength >= FOUND &&
        at >= likely.first - NEAR_ANSWER &&
        at <= likely.last + NEAR_ANSWER,
    ),
  );
  return near.length / wanted.length;
}

export const asksBy =
  (sort: Sort): Fact =>
  (best) =>
    wantsSpan(best) && best.candidate.matcher.question.terms.some(sort) ? 1 : 0;

/** Words of a sort stand far from whatever may be the answer, in every good candidate. */
export const farFromAnswer =
  (sort: Sort): Fact =>
  (best, ranked) => {
    if (asksBy(sort)(best, ranked) === 0) return 0;
    const wanted = Math.max(coverage(best.candidate), Number.MIN_VALUE);
    const near = ranked
      .slice(0, FITTING_AMONG)
      .map((item) => Math.min(1, coverage(item.candidate) / wanted) * shareNearAnswer(item, sort));
    return 1 - Math.max(...near);
  };

/** "When was he elected": no good candidate has a date and the very verb, or a word derived from it. */
export const undatedVerb: Fact = (best, ranked) => {
  const { kind, terms } = best.candidate.matcher.question;
  if (kind !== 'date' || !terms.some(isVerb)) return 0;
  const dated = ranked.slice(0, FITTING_AMONG).map(({ candidate: { spans, evidence } }) => {
    const said = terms.some(
      (term, index) => isVerb(term) && (evidence.strengths[index] ?? 0) >= STRENGTH.spelling,
    );
    return said ? (spans[0]?.fit ?? 0) : 0;
  });
  return 1 - Math.max(...dated);
};
