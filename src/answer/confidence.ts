import { confidenceFacts, FACT_NAMES } from './facts/index.js';
import type { RankedSentence } from './rank.js';
import weights from './weights.json' with { type: 'json' };

/** The chance, 0 to 1, that the first of the ranked sentences answers: a logistic over the facts. */
export function confidenceIn(ranked: readonly RankedSentence[]): number {
  if (ranked.length === 0) return 0;
  const learned: Readonly<Record<string, number>> = weights.confidence;
  const facts = confidenceFacts(ranked);
  const sum = FACT_NAMES.reduce(
    (total, name, index) => total + (learned[name] ?? 0) * (facts[index] ?? 0),
    0,
  );
  return 1 / (1 + Math.exp(-sum));
}

const { threshold, smallThreshold } = weights;

/** Up to so many passages an archive is very small; from so many times as many on the usual threshold holds. */
const VERY_SMALL = 150;
const LARGER = 8;

/**
 * From this confidence on the archive answers. A few articles are asked about what they might have told far more often, and what
 * they do tell is found more surely, than in an archive of thousands: a threshold of its own holds for them, and between the two
 * it changes with the logarithm of the size.
 */
export function answerThreshold(passageCount: number): number {
  const grown = Math.log(Math.max(1, passageCount) / VERY_SMALL) / Math.log(LARGER);
  const share = Math.min(1, Math.max(0, grown));
  return smallThreshold + share * (threshold - smallThreshold);
}
