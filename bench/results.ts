import type { ReliabilityBin } from './metrics/calibration.js';

/** What one engine reached on one set. */
export interface EngineResult {
  readonly engine: string;
  /** By name, in the order of the table. Null: this engine has no such figure. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** Milliseconds per question. */
  readonly time: { readonly median: number; readonly p95: number } | null;
}

/** One question that went wrong, with what was wanted beside what came. */
export interface Failure {
  readonly question: string;
  readonly wanted: readonly string[];
  readonly got: readonly string[];
  /** Why it counts as a failure: "rank 7", "refused". */
  readonly verdict: string;
}

export interface SetResult {
  readonly set: string;
  /** What was asked of what: "5,665 questions, 5,219 sentences". */
  readonly size: string;
  readonly engines: readonly EngineResult[];
  /** Of Clippings: shown confidence against share right. */
  readonly reliability?: readonly ReliabilityBin[];
  /** Of Clippings, worst first. */
  readonly failures: readonly Failure[];
  readonly notes: readonly string[];
}
