import type { Candidate } from '../../retrieval/candidates.js';
import type { ValueSpan } from '../../types/value-span.js';

/** A candidate with the spans that can be of the wanted type. */
export interface ScoredCandidate extends Candidate {
  readonly spans: readonly ValueSpan[];
}

/** A readable figure of a candidate; 0 to 1 wherever it can be, so that weights compare. */
export type Feature = (candidate: ScoredCandidate) => number;
