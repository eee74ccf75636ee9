import type { CandidateEngine } from '../engines/engine.js';
import { averagePrecision, firstRank, mean, reciprocalRank, share } from '../metrics/ranking.js';
import { percentile, timed } from '../metrics/times.js';
import type { EngineResult, Failure } from '../results.js';
import type { SelectionQuestion } from '../sets/selection.js';
import { shuffled } from '../shuffle.js';

export interface SelectionOutcome {
  readonly result: EngineResult;
  readonly failures: readonly Failure[];
}

/** Questions with a right candidate only; equal scores stand in the order of a fixed shuffle, never of the file. */
export async function measureSelection(
  engine: CandidateEngine,
  questions: readonly SelectionQuestion[],
  label = '',
): Promise<SelectionOutcome> {
  const times: number[] = [];
  const lists: Ranked[] = [];
  for (const [index, question] of questions.entries()) {
    if (!question.candidates.some((candidate) => candidate.right)) continue;
    const scores = await timed(times, () => engine.score(question));
    lists.push({ question, ranked: rankCandidates(question, scores, index) });
  }
  const ranks = lists.map(({ ranked }) => firstRank(relevanceOf(ranked), new Set([true])));
  return {
    result: {
      engine: engine.name,
      figures: {
        [`MAP${label}`]: mean(lists.map(({ ranked }) => averagePrecision(relevanceOf(ranked)))),
        [`MRR${label}`]: mean(ranks.map((rank) => reciprocalRank(rank))),
        [`R@1${label}`]: share(ranks, (rank) => rank === 1),
      },
      time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
    },
    failures: failuresOf(lists),
  };
}

type SelectionCandidate = SelectionQuestion['candidates'][number];

interface Ranked {
  readonly question: SelectionQuestion;
  readonly ranked: readonly SelectionCandidate[];
}

function rankCandidates(
  { candidates }: SelectionQuestion,
  scores: readonly number[],
  seed: number,
): SelectionCandidate[] {
  const scored = candidates.map((candidate, index) => ({ candidate, score: scores[index] ?? 0 }));
  return shuffled(scored, seed)
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate);
}

function relevanceOf(ranked: readonly SelectionCandidate[]): boolean[] {
  return ranked.map((candidate) => candidate.right);
}

function failuresOf(lists: readonly Ranked[]): Failure[] {
  return lists
    .filter(({ ranked }) => ranked[0]?.right === false)
    .map(({ question, ranked }) => ({
      question: question.question,
      wanted: ranked.filter((candidate) => candidate.right).map((candidate) => candidate.text),
      got: [ranked[0]?.text ?? ''],
      rank: relevanceOf(ranked).indexOf(true) + 1,
    }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ rank, ...failure }) => ({ ...failure, verdict: `right sentence at ${rank}` }));
}
