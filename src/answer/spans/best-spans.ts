import type { Token } from '../../text/tokens.js';
import type { Candidate } from '../candidate.js';
import { type ScoredSpan, scoredSpans } from './span-model.js';
import weights from './weights.json' with { type: 'json' };

/** So many of the best sentences are asked for the words that answer. */
export const SENTENCES_ASKED = 5;

/** A candidate with its score in the ranking. */
export interface ScoredSentence {
  readonly candidate: Candidate;
  readonly score: number;
}

/** How the place of its sentence, and its return in others, speak for a span. */
export interface Standing {
  /** Score of its sentence less that of the best one. */
  readonly behind: number;
  /** Its sentence ranks first. */
  readonly first: number;
  /** Logarithm of how many of the best sentences have the same words. */
  readonly again: number;
}

/** A span among all of the best sentences of a question. */
export interface StandingSpan {
  readonly span: ScoredSpan;
  readonly sentence: ScoredSentence;
  /** Position of the sentence in the ranking. */
  readonly rank: number;
  /** Its words as terms: the same for "US troops" and "U.S. troop". */
  readonly key: string;
  readonly standing: Standing;
  /** Its score with what its standing is worth. */
  readonly score: number;
  /** Share of the probability among all spans of the best sentences. */
  readonly chance: number;
}

const remembered = new WeakMap<readonly ScoredSentence[], readonly StandingSpan[]>();

/** The spans of the best sentences of a ranking, best first. */
export function bestSpans(ranked: readonly ScoredSentence[]): readonly StandingSpan[] {
  const known = remembered.get(ranked);
  if (known) return known;
  const asked = ranked.slice(0, SENTENCES_ASKED);
  const spans = asked.flatMap((sentence, rank) =>
    scoredSpans(sentence.candidate).map((span) => ({
      span,
      sentence,
      rank,
      key: keyOf(sentence.candidate.analysed.tokens.slice(span.first, span.last + 1)),
    })),
  );
  const sentencesOf = new Map<string, Set<number>>();
  for (const { key, rank } of spans) sentencesOf.set(key, (sentencesOf.get(key) ?? new Set()).add(rank));
  const top = asked[0]?.score ?? 0;
  const standing = spans.map((item) => {
    const found: Standing = {
      behind: item.sentence.score - top,
      first: item.rank === 0 ? 1 : 0,
      again: Math.log(sentencesOf.get(item.key)?.size ?? 1),
    };
    const { behind, first, again } = weights.standing;
    const worth = behind * found.behind + first * found.first + again * found.again;
    return { ...item, standing: found, score: item.span.score + worth };
  });
  const chances = softmax(standing.map(({ score }) => score));
  const result = standing
    .map((item, index) => ({ ...item, chance: chances[index] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  remembered.set(ranked, result);
  return result;
}

/** Words as terms with a space between: the same for "US troops" and "U.S. troop". */
export function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ term }) => term).join(' ');
}

/** Scores as shares of one whole. */
export function softmax(scores: readonly number[]): number[] {
  const top = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const exponents = scores.map((score) => Math.exp(score - top));
  const total = exponents.reduce((sum, value) => sum + value, 0);
  return exponents.map((value) => value / total);
}
