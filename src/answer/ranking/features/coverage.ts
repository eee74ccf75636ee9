import type { AnalysedText } from '../../../text/analysed-text.js';
import type { TermMatcher } from '../../retrieval/term-matcher.js';
import type { Feature, ScoredCandidate } from './feature.js';

/** How much of the question's information a sentence and its surroundings hold. */

/** Share of the question's information, each term at its best match. */
export const coverage: Feature = ({ matcher, evidence }) => matcher.coverage(evidence.strengths);

/** The same by the very word forms of the question. */
export const sameFormCoverage: Feature = ({ matcher, evidence }) => matcher.coverage(evidence.sameForm);

const WINDOW = 12;

/** Best share of the question's information within twelve tokens. */
export const windowCoverage: Feature = ({ matcher, evidence: { places, strengths } }) => {
  let best = 0;
  const within = strengths.map(() => 0);
  for (let start = 0; start < places.length; start++) {
    const end = (places[start]?.at ?? 0) + WINDOW;
    within.fill(0);
    for (let index = start; index < places.length; index++) {
      const place = places[index];
      if (!place || place.at >= end) break;
      within[place.match.index] = Math.max(within[place.match.index] ?? 0, place.match.strength);
    }
    best = Math.max(best, matcher.coverage(within));
  }
  return best;
};

/** What all that was fetched of its article holds. */
export const articleCoverage: Feature = ({ matcher, surroundings }) => matcher.coverage(surroundings.article);

/** What the sentence lacks and another text has. */
function added({ matcher, evidence }: ScoredCandidate, other: AnalysedText | null): number {
  if (other === null) return 0;
  const { strengths } = matcher.evidence(other);
  let sum = 0;
  for (let index = 0; index < strengths.length; index++)
    sum +=
      Math.max(0, (strengths[index] ?? 0) - (evidence.strengths[index] ?? 0)) * (matcher.weights[index] ?? 0);
  return sum / matcher.totalWeight;
}

export const previousCoverage: Feature = (candidate) => added(candidate, candidate.surroundings.previous);
export const titleAdds: Feature = (candidate) => added(candidate, candidate.surroundings.title);

/** What the headline holds of the question. */
export const titleCoverage: Feature = ({ matcher, surroundings: { title } }) =>
  title === null ? 0 : matcher.coverage(matcher.evidence(title).strengths);

/** Information in names and numbers of the question that neither its passage nor the headline has. */
export const particularAbsent: Feature = ({ matcher, surroundings }) => {
  const strengths = strengthsAround(matcher, surroundings);
  return matcher.coverage(
    matcher.question.terms.map(({ particular }, index) => (particular ? 1 - (strengths[index] ?? 0) : 0)),
  );
};

/** Best strength of each term in the passage or the headline. */
export function strengthsAround(
  matcher: TermMatcher,
  { passage, title }: ScoredCandidate['surroundings'],
): number[] {
  const ofTitle = title === null ? [] : matcher.evidence(title).strengths;
  return passage.map((strength, index) => Math.max(strength, ofTitle[index] ?? 0));
}

const byPart =
  (part: string): Feature =>
  ({ matcher, evidence }) =>
    matcher.coverage(
      matcher.question.terms.map((term, index) =>
        term.part === part ? (evidence.strengths[index] ?? 0) : 0,
      ),
    );

export const verbCoverage = byPart('verb');
export const nounCoverage = byPart('noun');

/** Match of the noun that is asked for. */
export const focusMatch: Feature = ({ matcher, evidence }) => evidence.strengths[matcher.question.focus] ?? 0;
