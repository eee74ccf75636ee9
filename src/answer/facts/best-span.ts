import type { AnswerKind } from '../answer-kind.js';
import type { RankedSentence } from '../rank.js';
import { bestSpans, type StandingSpan } from '../spans/best-spans.js';
import type { Fact } from './fact.js';

/** How the words that answer best speak for an answer. */

/** Sums of weights come to tens. */
const SCORE_SCALE = 10;

const asks = ({ candidate }: RankedSentence, kinds: readonly AnswerKind[]): boolean =>
  kinds.includes(candidate.matcher.question.kind);

/** For questions of some kinds: how well the best words suit, with what they are and what stands around them. */
export const spanSuits =
  (...kinds: readonly AnswerKind[]): Fact =>
  (best, ranked) =>
    asks(best, kinds) ? (bestSpans(ranked)[0]?.span.score ?? 0) / SCORE_SCALE : 0;

/** For questions of some kinds: the share of the chance that falls to the best words, wherever they stand. */
export const spanSettled =
  (...kinds: readonly AnswerKind[]): Fact =>
  (best, ranked) => {
    if (!asks(best, kinds)) return 0;
    const spans = bestSpans(ranked);
    const [top] = spans;
    if (top === undefined) return 0;
    return spans.filter((span) => isSame(span, top)).reduce((sum, { chance }) => sum + chance, 0);
  };

/** The same words, or some of them in the same place. */
function isSame(left: StandingSpan, right: StandingSpan): boolean {
  const overlaps = left.span.first <= right.span.last && right.span.first <= left.span.last;
  return left.key === right.key || (left.rank === right.rank && overlaps);
}
