import { confidenceFacts, FACT_NAMES } from './facts/index.js';
import type { RankedSentence } from './rank.js';
import weights from './weights.json' with { type: 'json' };

const { threshold, smallThreshold } = weights;
const learned: Readonly<Record<string, number>> = weights.confidence;
const learnedOfSmall: Readonly<Record<string, number>> = weights.smallConfidence;
/** In the order of `weighedFacts`. */
const WEIGHTS = [learned, learnedOfSmall].flatMap((part) => FACT_NAMES.map((name) => part[name] ?? 0));

/** Up to so many passages an archive is very small; from so many times as many on it is none. */
const VERY_SMALL = 150;
const LARGER = 8;

/** 1 for a very small archive, 0 for one that is not small; between the two it falls with the logarithm of the size. */
function smallness(passageCount: number): number {
  const grown = Math.log(Math.max(1, passageCount) / VERY_SMALL) / Math.log(LARGER);
  return Math.min(1, Math.max(0, 1 - grown));
}

/** The chance, 0 to 1, that the first of the ranked sentences answers: a logistic over the facts. */
export function confidenceIn(ranked: readonly RankedSentence[]): number {
  if (ranked.length === 0) return 0;
  const facts = weighedFacts(ranked);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (facts[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * The facts as far as the archive is not small, and then as far as it is: a word that stands nowhere tells much among thousands of
 * articles, where nearly every word stands somewhere, and less among five.
 */
export function weighedFacts(ranked: readonly RankedSentence[]): number[] {
  const facts = confidenceFacts(ranked);
  const small = smallness(ranked[0]?.candidate.matcher.passageCount ?? 0);
  return [...facts.map((fact) => (1 - small) * fact), ...facts.map((fact) => small * fact)];
}

/**
 * From this confidence on the archive answers. A few articles are asked about what they might have told far more often, and what
 * they do tell is found more surely, than in an archive of thousands: a threshold of its own holds for them.
 */
export function answerThreshold(passageCount: number): number {
  return threshold + smallness(passageCount) * (smallThreshold - threshold);
}
