import { GIVEN_NAMES, TITLES } from '../../text/lexicon/name-words.js';
import type { Candidate, Surroundings } from '../candidate.js';
import { strengthsAround } from '../features/coverage.js';
import { FOUND } from '../matching.js';
import type { Question } from '../question.js';
import type { RankedSentence } from '../rank.js';
import type { TermMatcher } from '../term-matcher.js';
import { type Fact, isName, LOOKED_AT, NEAR_IN_MEANING, namesAtHand, type Sort } from './fact.js';

/** What of the question the best candidates lack. */

/** Words that only name the kind of answer, or set the scene, need not be there. */
const ASKED_SHARE = 0.3;

/** Share of the question's information, in words of one sort, that the best candidate's passage and headline lack. */
export const lacksAround =
  (sort: Sort): Fact =>
  ({ candidate: { matcher, surroundings } }) =>
    missing(matcher, strengthsAround(surroundings), sort);

/** Share of the question's information that even the fullest of the best sentences lacks. */
export const lacksInFullest: Fact = (_best, ranked) =>
  leastMissing(ranked, ({ evidence }) => evidence.strengths);

/**
 * Of what is asked of those whom the question names, the share that even the fullest lacks of the best sentences that have them at
 * hand: "where was Sadr born" where much is told of Sadr and nothing of a birth.
 */
export const lacksOfNamed: Fact = ({ candidate: { matcher } }, ranked) => {
  const asked = matcher.question.terms.map(({ particular, share }) =>
    particular || share <= ASKED_SHARE ? 0 : 1,
  );
  const whole = matcher.coverage(asked);
  if (whole === 0) return 0;
  const told = ranked
    .slice(0, LOOKED_AT)
    .filter(({ candidate }) => namesAtHand(candidate))
    .map(({ candidate: { evidence } }) =>
      matcher.coverage(asked.map((share, index) => share * (evidence.strengths[index] ?? 0))),
    );
  return 1 - Math.max(0, ...told) / whole;
};

/** Of a question whether something is so: the share of it that is missing around each of the best sentences. Nobody says so, or denies it. */
export const lacksOfClaim: Fact = (best, ranked) =>
  best.candidate.matcher.question.kind === 'yes or no'
    ? leastMissing(ranked, ({ surroundings }) => strengthsAround(surroundings))
    : 0;

function leastMissing(
  ranked: readonly RankedSentence[],
  strengthsIn: (candidate: Candidate) => readonly number[],
): number {
  const covered = ranked
    .slice(0, LOOKED_AT)
    .map(({ candidate }) => candidate.matcher.coverage(strengthsIn(candidate)));
  return 1 - Math.max(...covered);
}

/**
 * Two words of the question or more stand nowhere among the candidates, and nothing that is near to them in meaning among the
 * best: one may be told in other words, two hardly.
 */
export const lacksSeveral: Fact = ({ candidate: { matcher } }, ranked) => {
  const close = ranked.slice(0, LOOKED_AT).map(({ candidate }) => matcher.similarities(candidate.analysed));
  const gone = matcher.question.terms.filter(
    ({ share }, index) =>
      share > ASKED_SHARE &&
      !ranked.some(({ candidate: { surroundings } }) => isInArticle(surroundings, index)) &&
      !close.some((similarities) => (similarities[index] ?? 0) >= NEAR_IN_MEANING),
  );
  return gone.length >= 2 ? 1 : 0;
};

function isInArticle({ passage, article, title }: Surroundings, index: number): boolean {
  return [passage[index], article[index], title?.strengths[index]].some(
    (strength) => (strength ?? 0) >= FOUND,
  );
}

/** Less than half of the question's information is off the subject, and the more so the less it is. */
const HALF = 0.5;

/** How much less than half of the question's information its passage and the headline have. */
export const lacksHalf: Fact = ({ candidate }) => Math.max(0, HALF - coveredAround(candidate));

/** Information in nats: a rare word and a half. */
const MUCH = 10;

/** How much more is missing than a word or two that may be told in others, in tens of nats. */
export const lacksMuch: Fact = ({ candidate }) =>
  Math.max(0, (1 - coveredAround(candidate)) * candidate.matcher.totalWeight - MUCH) / MUCH;

function coveredAround({ matcher, surroundings }: Candidate): number {
  return matcher.coverage(strengthsAround(surroundings));
}

function missing(matcher: TermMatcher, strengths: readonly number[], sort: Sort): number {
  const { terms } = matcher.question;
  const found = withForenames(matcher.question, strengths);
  return matcher.coverage(terms.map((term, index) => (sort(term) ? 1 - (found[index] ?? 0) : 0)));
}

/** Who is called by the last name only is there all the same: "Nasrallah" for "Hassan Nasrallah". */
function withForenames({ terms, tokens }: Question, strengths: readonly number[]): readonly number[] {
  const found = [...strengths];
  for (let index = terms.length - 2; index >= 0; index--) {
    const [term, next] = [terms[index], terms[index + 1]];
    if (!term || !next || !isName(next) || tokens[tokens.indexOf(term.token) + 1] !== next.token) continue;
    const { word } = term.token;
    const opensName = GIVEN_NAMES.has(word) || TITLES.has(word);
    if (opensName) found[index] = Math.max(found[index] ?? 0, found[index + 1] ?? 0);
  }
  return found;
}
