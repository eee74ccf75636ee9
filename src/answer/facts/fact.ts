import { namesPlace } from '../../text/lexicon/places.js';
import type { Token } from '../../text/tokens.js';
import type { Candidate } from '../candidate.js';
import { FOUND } from '../matching.js';
import type { QuestionTerm } from '../question.js';
import type { RankedSentence } from '../rank.js';

/** A fact from which the chance that the archive answers is told; `best` is the first of `ranked`. */
export type Fact = (best: RankedSentence, ranked: readonly RankedSentence[]) => number;

/** Terms of one sort: what is missing tells more or less by what it is. */
export type Sort = (term: QuestionTerm) => boolean;

export const isName: Sort = (term) => term.particular && !/\d/.test(term.term);
export const isVerb: Sort = (term) => term.part === 'verb' && !term.particular;

/** From this cosine on a word means nearly what another does. */
export const NEAR_IN_MEANING = 0.6;
/** So many of the best candidates are asked whether they hold a term. */
export const LOOKED_AT = 10;

/** The sentence, the one before or the headline has all of the question's names and numbers. */
export function namesAtHand(candidate: Candidate): boolean {
  return candidate.matcher.question.terms.every(
    ({ particular }, index) => !particular || isAtHand(candidate, index),
  );
}

/** The sentence, the one before or the headline has a term. @param index position in the question's `terms` */
export function isAtHand({ evidence, surroundings: { previous, title } }: Candidate, index: number): boolean {
  return [evidence, previous, title].some((text) => (text?.strengths[index] ?? 0) >= FOUND);
}

/** Says something that the question does not, and more than where it was. */
export function isNews({ matcher }: Candidate, token: Token): boolean {
  return (
    !token.stop &&
    !namesPlace(token.word) &&
    !matcher.matches(token).some(({ strength }) => strength >= FOUND)
  );
}
