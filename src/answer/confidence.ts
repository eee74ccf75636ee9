import { nearSpan, nothingWanted } from './features/answer-kind.js';
import { coverage, particularAbsent, passageCoverage, windowCoverage } from './features/coverage.js';
import { nearPairs, pairShare } from './features/order.js';
import type { RankedSentence } from './rank.js';
import weights from './weights.json' with { type: 'json' };

/** A fact from which the chance that the best candidate answers is told. `ranked` is never empty. */
type Fact = (best: RankedSentence, ranked: readonly RankedSentence[]) => number;

const LOOKED_AT = 10;

/** All facts by the names under which weights.json knows them. */
export const FACTS = {
  always: () => 1,
  coverage: ({ candidate }) => coverage(candidate),
  windowCoverage: ({ candidate }) => windowCoverage(candidate),
  passageCoverage: ({ candidate }) => passageCoverage(candidate),
  /** Names and numbers of the question that are nowhere near the best candidate. */
  particularAbsent: ({ candidate }) => particularAbsent(candidate),
  /** Information that none of the best candidates' passages holds, as words that the archive does not know. */
  unknown: (_, ranked) => 1 - bestAnywhere(ranked),
  /** Best share of the question that one passage holds. */
  bestPassage: (_, ranked) =>
    Math.max(...ranked.slice(0, LOOKED_AT).map(({ candidate }) => passageCoverage(candidate))),
  nearSpan: ({ candidate }) => nearSpan(candidate),
  nothingWanted: ({ candidate }) => nothingWanted(candidate),
  pairShare: ({ candidate }) => pairShare(candidate),
  nearPairs: ({ candidate }) => nearPairs(candidate),
  /** How much of the probability the ranker gives to its first choice. */
  firstShare: (best, ranked) => 1 / ranked.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0),
  /** One or two words leave much open. */
  fewTerms: ({ candidate }) => 1 / Math.max(1, candidate.matcher.question.terms.length),
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof FACTS;

// Object.keys types its result as plain strings; these are the keys of a constant.
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

/** The facts in the order of FACT_NAMES. */
export function confidenceFacts(ranked: readonly [RankedSentence, ...RankedSentence[]]): number[] {
  return FACT_NAMES.map((name) => FACTS[name](ranked[0], ranked));
}

/** The chance, 0 to 1, that the first of the ranked sentences answers: a logistic over the facts. */
export function confidenceIn(ranked: readonly RankedSentence[]): number {
  const [best, ...others] = ranked;
  if (!best) return 0;
  const facts = confidenceFacts([best, ...others]);
  const learned: Readonly<Record<string, number>> = weights.confidence;
  const sum = FACT_NAMES.reduce(
    (total, name, index) => total + (learned[name] ?? 0) * (facts[index] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** From this confidence on the archive answers. */
export const ANSWER_THRESHOLD: number = weights.threshold;

function bestAnywhere(ranked: readonly RankedSentence[]): number {
  const first = ranked[0]?.candidate.matcher;
  if (!first) return 0;
  const best = first.question.terms.map((_, index) =>
    Math.max(
      ...ranked
        .slice(0, LOOKED_AT)
        .map(({ candidate: { surroundings } }) =>
          Math.max(surroundings.passage[index] ?? 0, surroundings.title?.strengths[index] ?? 0),
        ),
    ),
  );
  return first.coverage(best);
}
