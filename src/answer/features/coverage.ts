import type { Feature, Surroundings } from '../candidate.js';

/** How much of the question's information a sentence and its surroundings hold. */

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Share of the question's information, each term at its best match. */
export const coverage: Feature = ({ matcher, evidence }) => matcher.coverage(evidence.strengths);

/** The same by the very word forms of the question. */
export const sameFormCoverage: Feature = ({ matcher, evidence }) =>
  matcher.coverage(evidence.sameForm.map((same) => (same ? 1 : 0)));

/** Share of the terms matched, whatever they weigh. */
export const termShare: Feature = ({ evidence }) =>
  evidence.strengths.filter((strength) => strength > 0).length / Math.max(1, evidence.strengths.length);

/** Everything is matched. */
export const complete: Feature = ({ evidence }) =>
  evidence.strengths.length > 0 && evidence.strengths.every((strength) => strength >= 0.5) ? 1 : 0;

const WINDOW = 12;

/** Best share of the question's information within twelve tokens. */
export const windowCoverage: Feature = ({ matcher, evidence }) => {
  let best = 0;
  for (const [start, { at }] of evidence.places.entries()) {
    const within = evidence.strengths.map(() => 0);
    for (let index = start; index < evidence.places.length; index++) {
      const place = evidence.places[index];
      if (!place || place.at >= at + WINDOW) break;
      within[place.match.index] = Math.max(within[place.match.index] ?? 0, place.match.strength);
    }
    best = Math.max(best, matcher.coverage(within));
  }
  return best;
};

export const passageCoverage: Feature = ({ matcher, surroundings }) => matcher.coverage(surroundings.passage);

/** What all that was fetched of its article holds. */
export const articleCoverage: Feature = ({ matcher, surroundings }) => matcher.coverage(surroundings.article);

/** What the sentence lacks and the one before it has. */
export const contextCoverage: Feature = (candidate) => {
  const { matcher, evidence, surroundings } = candidate;
  const missing = evidence.strengths.map((strength, index) =>
    Math.max(0, (surroundings.previous?.strengths[index] ?? 0) - strength),
  );
  return matcher.coverage(missing);
};

export const nextCoverage: Feature = ({ matcher, evidence, surroundings }) =>
  matcher.coverage(
    evidence.strengths.map((strength, index) =>
      Math.max(0, (surroundings.next?.strengths[index] ?? 0) - strength),
    ),
  );

/** What the sentence lacks and the headline has. */
export const titleCoverage: Feature = ({ matcher, evidence, surroundings }) =>
  matcher.coverage(
    evidence.strengths.map((strength, index) =>
      Math.max(0, (surroundings.title?.strengths[index] ?? 0) - strength),
    ),
  );

/** Information in names and numbers of the question that neither its passage nor the headline has. */
export const particularAbsent: Feature = ({ matcher, surroundings }) => {
  const strengths = strengthsAround(surroundings);
  return matcher.coverage(
    matcher.question.terms.map(({ particular }, index) => (particular ? 1 - (strengths[index] ?? 0) : 0)),
  );
};

/** Best strength of each term in the passage or the headline. */
export function strengthsAround({ passage, title }: Surroundings): number[] {
  return passage.map((strength, index) => Math.max(strength, title?.strengths[index] ?? 0));
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
export const adjectiveCoverage = byPart('adjective');

/** Match of the term that weighs most. */
export const rarestTerm: Feature = ({ matcher, evidence }) => {
  let rarest = 0;
  for (const [index, weight] of matcher.weights.entries())
    if (weight > (matcher.weights[rarest] ?? 0)) rarest = index;
  return evidence.strengths[rarest] ?? 0;
};

/** Match of the noun that is asked for. */
export const focusMatch: Feature = ({ matcher, evidence }) => {
  const head = matcher.question.focus.at(-1);
  const index = matcher.question.terms.findIndex(({ term }) => term === head);
  return evidence.strengths[index] ?? 0;
};

/** Share of the sentence's content words that belong to the question. */
export const density: Feature = ({ analysed, evidence }) => {
  const content = sum(analysed.tokens.map((token) => (token.stop ? 0 : 1)));
  return content === 0 ? 0 : evidence.places.length / content;
};
