import { nounKind } from '../text/noun-kinds.js';
import type { AnswerKind } from './answer-kind.js';
import type { Candidate } from './candidate.js';
import { coverage, strengthsAround } from './features/coverage.js';
import { negation } from './features/order.js';
import { STRENGTH } from './matching.js';
import type { QuestionTerm } from './question.js';
import type { RankedSentence } from './rank.js';

/** A fact from which the chance that the archive answers is told; `best` is the first of `ranked`. */
type Fact = (best: RankedSentence, ranked: readonly RankedSentence[]) => number;

/** So many of the best candidates are asked whether they hold a term. */
const LOOKED_AT = 10;

const isName = (term: QuestionTerm): boolean => term.particular && !/\d/.test(term.term);
const isNumber = (term: QuestionTerm): boolean => /\d/.test(term.term);
const isNoun = (term: QuestionTerm): boolean => term.part === 'noun' && !term.particular;
const isVerb = (term: QuestionTerm): boolean => term.part === 'verb' && !term.particular;
const isOther = (term: QuestionTerm): boolean =>
  !isName(term) && !isNumber(term) && !isNoun(term) && !isVerb(term);

/** Share of the question's information, in words of one sort, that the best candidate's passage and headline lack. */
const lacksAround =
  (sort: (term: QuestionTerm) => boolean): Fact =>
  ({ candidate: { matcher, surroundings } }) =>
    missing(matcher.question.terms, strengthsAround(surroundings), matcher, sort);

/** The same, where none of the best candidates has them: the archive does not speak of it. */
const lacksAnywhere =
  (sort: (term: QuestionTerm) => boolean): Fact =>
  ({ candidate: { matcher } }, ranked) => {
    const around = ranked.slice(0, LOOKED_AT).map(({ candidate }) => strengthsAround(candidate.surroundings));
    const best = matcher.question.terms.map((_, index) =>
      Math.max(...around.map((strengths) => strengths[index] ?? 0)),
    );
    return missing(matcher.question.terms, best, matcher, sort);
  };

/** So many of the best candidates may hold a fitting answer. */
const FITTING_AMONG = 5;

/**
 * For questions of some kinds: how far the best candidates are from an answer that fits and stands in a sentence that
 * holds as much of the question as the best one does.
 */
const unfit =
  (...kinds: readonly AnswerKind[]): Fact =>
  (best, ranked) => {
    if (!kinds.includes(best.candidate.matcher.question.kind)) return 0;
    const wanted = Math.max(around(best), Number.MIN_VALUE);
    const fits = ranked
      .slice(0, FITTING_AMONG)
      .map((item) => (item.candidate.spans[0]?.fit ?? 0) * Math.min(1, around(item) / wanted));
    return 1 - Math.max(...fits);
  };

/** A question for a number of things, a sum, a share or an age, and no candidate that gives one. */
const noFigure: Fact = (best, ranked) => {
  if (!/^(?:count|money|percent|age)$/.test(best.candidate.matcher.question.kind)) return 0;
  return ranked.slice(0, LOOKED_AT).some(({ candidate }) => (candidate.spans[0]?.fit ?? 0) >= FOUND) ? 0 : 1;
};

function around({ candidate: { matcher, surroundings } }: RankedSentence): number {
  return matcher.coverage(strengthsAround(surroundings));
}

/** From this strength on a term, or a word that can stand for it, is there. */
const FOUND = 0.5;

function share(strengths: readonly number[]): number {
  return strengths.filter((strength) => strength >= FOUND).length / Math.max(1, strengths.length);
}

function missing(
  terms: readonly QuestionTerm[],
  strengths: readonly number[],
  matcher: RankedSentence['candidate']['matcher'],
  sort: (term: QuestionTerm) => boolean,
): number {
  return matcher.coverage(terms.map((term, index) => (sort(term) ? 1 - (strengths[index] ?? 0) : 0)));
}

/** So close to its bearer stands a role: "Mayor Bruno Lozano", "Lozano, the city's mayor". */
const BESIDE = 4;

/** Positions of the question's terms that name somebody's role: "mayor" in "who is the mayor of Del Rio". */
function rolesIn({ candidate }: RankedSentence): readonly number[] {
  const { kind, terms } = candidate.matcher.question;
  if (kind !== 'person' && kind !== 'definition' && !asksForName(candidate)) return [];
  return terms.flatMap(({ part, particular, token }, index) =>
    part !== 'verb' && !particular && nounKind(token.word) === 'person' ? [index] : [],
  );
}

function asksForName({ matcher }: Candidate): boolean {
  return /\bname of\b/i.test(matcher.question.text);
}

/** A name that the question does not give stands beside the role. */
function namesRole({ candidate }: RankedSentence, roles: readonly number[]): boolean {
  const { analysed, matcher, evidence } = candidate;
  const places = evidence.places.filter(
    ({ match }) => roles.includes(match.index) && match.strength >= FOUND,
  );
  return analysed.names.some(({ kind, first, last }) => {
    const isNews = analysed.tokens
      .slice(first, last + 1)
      .some(
        (token) =>
          !token.stop && !matcher.matches(token).some(({ strength }) => strength >= STRENGTH.spelling),
      );
    return kind !== 'place' && isNews && places.some(({ at }) => at >= first - BESIDE && at <= last + BESIDE);
  });
}

/** The question asks who holds a role, and none of the best candidates names anybody beside it. */
const roleUnnamed: Fact = (best, ranked) => {
  const roles = rolesIn(best);
  return roles.length > 0 && !ranked.slice(0, LOOKED_AT).some((item) => namesRole(item, roles)) ? 1 : 0;
};

/** Questions of some kinds are asked in vain more often than others: "when was he born" than "why did they vote". */
const asksFor =
  (...kinds: readonly AnswerKind[]): Fact =>
  ({ candidate }) =>
    kinds.includes(candidate.matcher.question.kind) ? 1 : 0;

/** Sums of features come to tens. */
const SCORE_SCALE = 10;
const MANY_TERMS = 8;

/** All facts by the names under which weights.json knows them. */
const FACTS = {
  always: () => 1,
  coverage: ({ candidate }) => coverage(candidate),
  lacksNameAround: lacksAround(isName),
  lacksNumberAround: lacksAround(isNumber),
  lacksNounAround: lacksAround(isNoun),
  lacksVerbAround: lacksAround(isVerb),
  lacksOtherAround: lacksAround(isOther),
  lacksNameAnywhere: lacksAnywhere(isName),
  lacksNumberAnywhere: lacksAnywhere(isNumber),
  lacksNounAnywhere: lacksAnywhere(isNoun),
  lacksVerbAnywhere: lacksAnywhere(isVerb),
  lacksOtherAnywhere: lacksAnywhere(isOther),
  /** Share of the terms, whatever they weigh, that stand in its passage or the headline. */
  termsAround: ({ candidate }) => share(strengthsAround(candidate.surroundings)),
  allAround: ({ candidate }) => (share(strengthsAround(candidate.surroundings)) === 1 ? 1 : 0),
  noFigure,
  unfitDate: unfit('date'),
  unfitName: unfit('person', 'place', 'organisation'),
  negation: ({ candidate }) => negation(candidate),
  /** How much of the probability the ranker gives to its first choice. */
  firstShare: (best, ranked) => 1 / ranked.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0),
  /** How well the ranker likes its first choice, all features together. */
  score: ({ score }) => score / SCORE_SCALE,
  /** One or two words leave much open. */
  fewTerms: ({ candidate }) => 1 / Math.max(1, candidate.matcher.question.terms.length),
  manyTerms: ({ candidate }) => Math.min(1, candidate.matcher.question.terms.length / MANY_TERMS),
  asksFigure: asksFor('count', 'money', 'percent', 'measure', 'age', 'span'),
  asksDate: asksFor('date'),
  asksWho: asksFor('person', 'place', 'organisation'),
  asksDefinition: asksFor('definition'),
  asksReason: asksFor('reason', 'manner'),
  asksStatement: asksFor('statement'),
  asksThing: asksFor('thing'),
  asksForName: ({ candidate }) => (asksForName(candidate) ? 1 : 0),
  asksForRole: (best) => (rolesIn(best).length > 0 ? 1 : 0),
  roleUnnamed,
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof FACTS;

// Object.keys types its result as plain strings; these are the keys of a constant.
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

/** The facts in the order of FACT_NAMES; where there is no candidate, nothing speaks for an answer. */
export function confidenceFacts(ranked: readonly RankedSentence[]): number[] {
  const [best] = ranked;
  return FACT_NAMES.map((name) => (best ? FACTS[name](best, ranked) : name === 'always' ? 1 : 0));
}
