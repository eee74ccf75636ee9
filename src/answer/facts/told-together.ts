import type { Candidate } from '../candidate.js';
import { FOUND } from '../matching.js';
import type { QuestionTerm } from '../question.js';
import { distance } from '../spans/scene.js';
import { type Fact, isVerb, LOOKED_AT, namesAtHand, type Sort } from './fact.js';

/** Whether what happened, to whom, and the answer are told in one breath: "Soleimani was killed on Friday". */

/** From this fit on something is of the kind that is asked for. */
const FITTING = 0.6;
/** Less likely answers of a sentence are not looked at. */
const LIKELY_SPANS = 8;
/** So many tokens off, the verb counts half. */
const REACH = 4;

/**
 * Of a question for a date: how far the best candidates are from a sentence that has the question's verb beside one, where it,
 * the sentence before or the headline has all of the question's names. "When was Moïse elected" wants a date by "elected",
 * where Moïse is spoken of.
 */
export const untoldDate: Fact = (best, ranked) => {
  const { kind, terms } = best.candidate.matcher.question;
  if (kind !== 'date' || !terms.some(isEvent(terms))) return 0;
  return 1 - Math.max(...ranked.slice(0, LOOKED_AT).map(({ candidate }) => told(candidate)));
};

/** 1 where the verb stands beside a fitting answer, less the farther off it stands, 0 where a name is missing. */
function told(candidate: Candidate): number {
  if (!namesAtHand(candidate)) return 0;
  const { evidence, spans } = candidate;
  const happens = isEvent(candidate.matcher.question.terms);
  const events = evidence.places.filter(({ match }) => happens(match.term) && match.strength >= FOUND);
  let nearest = 0;
  for (const span of spans.filter(({ fit }) => fit >= FITTING).slice(0, LIKELY_SPANS)) {
    for (const { at } of events) {
      const apart = distance(span, at);
      if (apart > 0) nearest = Math.max(nearest, 1 / (1 + (apart - 1) / REACH));
    }
  }
  return nearest;
}

/** They leave it to their nouns to say what happens: "hold elections". */
const LIGHT_VERB =
  /^(?:hold|holds|held|take|takes|took|taken|happen|happens|happened|occur|occurs|occurred)$/;

/** What happened is told by the verb, and by the nouns where none says it: "when is the election". */
function isEvent(terms: readonly QuestionTerm[]): Sort {
  return terms.some((term) => isVerb(term) && !LIGHT_VERB.test(term.token.word))
    ? isVerb
    : ({ particular, part, share }) => !particular && part === 'noun' && share === 1;
}

/** None of the best candidates has all of the question's names at hand. */
export const namesApart: Fact = (_best, ranked) =>
  ranked.slice(0, LOOKED_AT).some(({ candidate }) => namesAtHand(candidate)) ? 0 : 1;
