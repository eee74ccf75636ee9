import type { Verdict } from '../answer.js';
import { ANSWERABILITY_FEATURE_NAMES, answerabilityFeatures, type Evidence } from './features.js';
import weights from './weights.json' with { type: 'json' };

/** The chance from which on a value is shown, so that .85 of those shown are right. */
export const VALUE_THRESHOLD: number = weights.thresholds.value;

/** How likely it is that the archive answers, and that the best quote does. */
export interface Certainty {
  readonly answerable: number;
  readonly right: number;
  readonly verdict: Verdict;
}

type Weights = Readonly<Record<string, number>>;
const vectorOf = (learned: Weights): number[] =>
  ANSWERABILITY_FEATURE_NAMES.map((name) => learned[name] ?? 0);
const ANSWERABLE = vectorOf(weights.answerable);
const RIGHT = vectorOf(weights.right);

/** Decides by two calibrated probabilities, whose thresholds were chosen on questions that they were not learned from. */
export function decide(evidence: Evidence): Certainty {
  const features = answerabilityFeatures(evidence);
  if (features === null) return { answerable: 0, right: 0, verdict: 'none' };
  const answerable = chance(features, ANSWERABLE);
  const right = chance(features, RIGHT);
  const { answer, maybe } = weights.thresholds;
  const sure = answerable * right;
  return { answerable, right, verdict: sure >= answer ? 'answer' : answerable >= maybe ? 'maybe' : 'none' };
}

function chance(features: readonly number[], learned: readonly number[]): number {
  const sum = features.reduce((total, value, index) => total + value * (learned[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
