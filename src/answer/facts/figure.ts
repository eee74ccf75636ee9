import { nounKind } from '../../text/lexicon/noun-kinds.js';
import { namesPlace } from '../../text/lexicon/places.js';
import type { Token } from '../../text/tokens.js';
import type { Candidate } from '../candidate.js';
import { FOUND } from '../matching.js';
import { type Fact, LOOKED_AT, NEAR_IN_MEANING, namesAtHand } from './fact.js';

/**
 * A question for a number of things, a sum, a share or an age, and no good candidate that gives one where all of the
 * question's names are spoken of.
 */
export const noFigure: Fact = (best, ranked) => {
  if (!/^(?:count|money|percent|age)$/.test(best.candidate.matcher.question.kind)) return 0;
  const isGiven = ({ candidate }: typeof best): boolean => namesAtHand(candidate) && hasFigure(candidate);
  return ranked.slice(0, LOOKED_AT).some(isGiven) ? 0 : 1;
};

function hasFigure(candidate: Candidate): boolean {
  return (candidate.spans[0]?.fit ?? 0) >= FOUND || countsTheLike(candidate);
}

const PEOPLE = /^(?:people|persons?)$/;

/** Something is counted that comes near in meaning to what is asked for: protesters, or Iranians, for people. */
function countsTheLike({ matcher, analysed }: Candidate): boolean {
  const { kind, focus, terms } = matcher.question;
  const head = terms.findIndex(({ term }) => term === focus.at(-1));
  const asked = terms[head];
  if (kind !== 'count' || asked === undefined) return false;
  const isLike = (token: Token): boolean =>
    (matcher.similarity(token)[head] ?? 0) >= NEAR_IN_MEANING ||
    (PEOPLE.test(asked.token.word) && isSomebody(token));
  return analysed.quantities
    .filter((quantity) => quantity.kind === 'count')
    .some(({ last, counted }) =>
      analysed.tokens
        .slice(last + 1, last + 1 + COUNTED_WITHIN)
        .some((token) => counted.includes(token.term) && isLike(token)),
    );
}

/** What a figure counts stands so close behind it. */
const COUNTED_WITHIN = 7;

/** "Protesters", "Iranians". */
function isSomebody({ word }: Token): boolean {
  return nounKind(word) === 'person' || (namesPlace(word) && /(?:s|ese|ish)$/.test(word));
}
