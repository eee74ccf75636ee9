import type { TellingFeature, TellingFeatures } from './telling.js';
import weights from './weights.json' with { type: 'json' };

export type FeatureWeights = Readonly<Partial<Record<TellingFeature, number>>>;

/** What each feature counts, for the sentence that says what happened and for those that add to it. */
export interface TellingWeights {
  readonly opening: FeatureWeights;
  readonly adding: FeatureWeights;
  /** A sentence with a lower score adds too little. */
  readonly least: number;
}

/** Learned on the facts of days that an editor chose (docs/digest.md). */
export const TELLING_WEIGHTS: TellingWeights = weights;

export function score(features: TellingFeatures, weights: FeatureWeights): number {
  let sum = 0;
  for (const [name, weight] of Object.entries(weights)) sum += weight * features[name as TellingFeature];
  return sum;
}

export function adds(value: number, { least }: TellingWeights): boolean {
  return value >= least;
}
