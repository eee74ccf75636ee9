import { nounKind } from '../../text/noun-kinds.js';
import type { Candidate } from '../candidate.js';
import { STRENGTH } from '../matching.js';
import type { RankedSentence } from '../rank.js';
import { type Fact, FOUND, LOOKED_AT } from './fact.js';

/** Whether somebody is named where the question asks who holds a role. */

/** So close to its bearer stands a role: "Mayor Bruno Lozano", "Lozano, the city's mayor". */
const BESIDE = 4;

/** Positions of the question's terms that name somebody's role: "mayor" in "who is the mayor of Del Rio". */
function rolesIn({ candidate }: RankedSentence): readonly number[] {
  const { kind, terms } = candidate.matcher.question;
  if (kind !== 'person' && kind !== 'definition' && !isAskedForName(candidate)) return [];
  return terms.flatMap(({ part, particular, token }, index) =>
    part !== 'verb' && !particular && nounKind(token.word) === 'person' ? [index] : [],
  );
}

function isAskedForName({ matcher }: Candidate): boolean {
  return /\bname of\b/i.test(matcher.question.text);
}

/** A name that the question does not give stands beside the role. */
function namesRole({ candidate }: RankedSentence, roles: readonly number[]): boolean {
  return candidate.evidence.places.some(
    ({ at, match }) =>
      roles.includes(match.index) && match.strength >= FOUND && isBesideSomebody(candidate, at),
  );
}

/** Somebody whom the question does not name stands beside a token. */
export function isBesideSomebody({ analysed, matcher }: Candidate, at: number): boolean {
  return analysed.names.some(({ kind, first, last }) => {
    const isNews = analysed.tokens
      .slice(first, last + 1)
      .some(
        (token) =>
          !token.stop && !matcher.matches(token).some(({ strength }) => strength >= STRENGTH.spelling),
      );
    return kind !== 'place' && isNews && at >= first - BESIDE && at <= last + BESIDE;
  });
}

/** The question asks who holds a role, and none of the best candidates names anybody beside it. */
export const roleUnnamed: Fact = (best, ranked) => {
  const roles = rolesIn(best);
  return roles.length > 0 && !ranked.slice(0, LOOKED_AT).some((item) => namesRole(item, roles)) ? 1 : 0;
};

export const asksForName: Fact = ({ candidate }) => (isAskedForName(candidate) ? 1 : 0);
export const asksForRole: Fact = (best) => (rolesIn(best).length > 0 ? 1 : 0);
