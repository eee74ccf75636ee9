import { strengthsAround } from '../features/coverage.js';
import type { QuestionTerm } from '../question.js';
import type { RankedSentence } from '../rank.js';
import { type Fact, FOUND, LOOKED_AT, type Sort } from './fact.js';

/** What of the question the best candidates lack. */

/** Share of the question's information, in words of one sort, that the best candidate's passage and headline lack. */
export const lacksAround =
  (sort: Sort): Fact =>
  ({ candidate: { matcher, surroundings } }) =>
    missing(matcher.question.terms, strengthsAround(surroundings), matcher, sort);

/** The same, where none of the best candidates has them: the archive does not speak of it. */
export const lacksAnywhere =
  (sort: Sort): Fact =>
  ({ candidate: { matcher } }, ranked) => {
    const around = ranked.slice(0, LOOKED_AT).map(({ candidate }) => strengthsAround(candidate.surroundings));
    const best = matcher.question.terms.map((_, index) =>
      Math.max(...around.map((strengths) => strengths[index] ?? 0)),
    );
    return missing(matcher.question.terms, best, matcher, sort);
  };

/** Share of the terms, whatever they weigh, that stand in its passage or the headline. */
export const termsAround: Fact = ({ candidate }) => share(strengthsAround(candidate.surroundings));
export const allAround: Fact = (best, ranked) => (termsAround(best, ranked) === 1 ? 1 : 0);

function share(strengths: readonly number[]): number {
  return strengths.filter((strength) => strength >= FOUND).length / Math.max(1, strengths.length);
}

function missing(
  terms: readonly QuestionTerm[],
  strengths: readonly number[],
  matcher: RankedSentence['candidate']['matcher'],
  sort: Sort,
): number {
  return matcher.coverage(terms.map((term, index) => (sort(term) ? 1 - (strengths[index] ?? 0) : 0)));
}
