import { oppositesOf } from '../../text/lexicon/antonyms.js';
import { denies } from '../../text/lexicon/negations.js';
import { FOUND, STRENGTH } from '../matching.js';
import type { TermEvidence } from '../term-matcher.js';
import type { Fact } from './fact.js';

/** Whether the best candidate says the contrary of what is asked: nearly the same words are no answer then. */

/** The question denies ("what did he not sign?") and the best candidate does not. */
export const deniedInVain: Fact = ({ candidate: { matcher, analysed } }) =>
  denies(matcher.question.tokens) && !denies(analysed.tokens) ? 1 : 0;

/** The opposite may be said of something else, unless it stands beside the words beside which the question has its own. */
const SOMEWHERE = 0.4;
const BESIDE = 2;

/** A word of the question is missing and its opposite is there: "an increasing number" for "a decreasing number". */
export const contrary: Fact = ({ candidate: { matcher, analysed, evidence } }) => {
  let found = 0;
  for (const [index, { term }] of matcher.question.terms.entries()) {
    if ((evidence.strengths[index] ?? 0) >= STRENGTH.derived) continue;
    const opposites = oppositesOf(term);
    if (opposites.size === 0) continue;
    for (const [at, token] of analysed.tokens.entries()) {
      if (opposites.has(token.term)) found = Math.max(found, isBeside(evidence, at, index) ? 1 : SOMEWHERE);
    }
  }
  return found;
};

/** A neighbour that a term has in the question stands beside a place of the sentence. */
function isBeside({ places }: TermEvidence, place: number, index: number): boolean {
  return places.some(
    ({ at, match }) =>
      at !== place &&
      Math.abs(at - place) <= BESIDE &&
      Math.abs(match.index - index) === 1 &&
      match.strength >= FOUND,
  );
}
