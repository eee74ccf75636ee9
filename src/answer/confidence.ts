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

/** From this confidence on the archive answers. */
export const ANSWER_THRESHOLD: number = weights.threshold;
