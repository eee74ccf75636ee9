import type { Candidate } from '../candidate.js';
import { softmax } from './best-spans.js';
import type { Run } from './phrases.js';
import { type ScoredSpan, scoredSpans } from './span-model.js';
import weights from './weights.json' with { type: 'json' };

/** The span of a sentence that suits the question best. */
export interface LikelySpan {
  readonly span: ScoredSpan;
  /** Share of the likelihood, among the sentence's spans, of it and those that overlap with it. */
  readonly share: number;
  /** Chance, 0 to 1, that it is an answer or nearly one. */
  readonly chance: number;
}

/** Null for a sentence without spans, and for a question that asks whether something is so. */
export function likelySpan(candidate: Candidate): LikelySpan | null {
  const spans = scoredSpans(candidate);
  const [best] = spans;
  if (best === undefined || candidate.matcher.question.kind === 'yes or no') return null;
  const share = shareOfBest(spans);
  const { always, ofScore, ofShare } = weights.chance;
  const sum = always + ofScore * best.score + ofShare * share;
  return { span: best, share, chance: 1 / (1 + Math.exp(-sum)) };
}

/** @param spans of one sentence, best first */
export function shareOfBest(spans: readonly (Run & { readonly score: number })[]): number {
  const [best] = spans;
  if (best === undefined) return 0;
  const shares = softmax(spans.map(({ score }) => score));
  let share = 0;
  for (const [index, { first, last }] of spans.entries())
    if (first <= best.last && last >= best.first) share += shares[index] ?? 0;
  return share;
}
