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
  const { maybe } = weights.thresholds;
  const answer = answerThreshold(evidence.ranked[0]?.matcher.passageCount ?? 0);
  const sure = answerable * right;
  return { answerable, right, verdict: sure >= answer ? 'answer' : answerable >= maybe ? 'maybe' : 'none' };
}

/** Passages of an archive of a few articles, and of one of thousands. */
const FEW = 30;
const MANY = 100_000;

/** How large an archive is, from 0 for a few articles to 1 for thousands: each ten times more is a step of the same length. */
export function archiveScale(passageCount: number): number {
  const scale = Math.log(Math.max(1, passageCount) / FEW) / Math.log(MANY / FEW);
  return Math.min(1, Math.max(0, scale));
}

/** From which chance on something is shown as an answer: the scores of a small archive and of a large one say different things. */
export function answerThreshold(passageCount: number): number {
  const { small, large } = weights.thresholds.answer;
  return small + (large - small) * archiveScale(passageCount);
}

function chance(features: readonly number[], learned: readonly number[]): number {
  const sum = features.reduce((total, value, index) => total + value * (learned[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
