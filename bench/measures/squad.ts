import type { SentenceEngine, ShownAnswer } from '../engines/engine.js';
import { exactMatch, tokenF1 } from '../metrics/answer-text.js';
import { expectedCalibrationError, type Judged, reliabilityTable } from '../metrics/calibration.js';
import { firstRank, mean, reciprocalRank, share } from '../metrics/ranking.js';
import { percentile, timed } from '../metrics/times.js';
import type { StartProgress } from '../progress.js';
import type { EngineResult, Failure } from '../results.js';
import type { SquadQuestion } from '../sets/squad-set.js';

/** Ranks beyond this count nothing towards the mean reciprocal rank: nobody reads on so far. */
export const MRR_CUT_OFF = 10;

export interface SquadOutcome {
  readonly result: EngineResult;
  readonly judged: readonly Judged[];
  readonly failures: readonly Failure[];
  /** One a question, in their order: how sure the engine was that the set answers it. */
  readonly confidences: readonly number[];
}

/** Asks every question and compares the ranking with the sentences that answer. */
export async function measureSquad(
  engine: SentenceEngine,
  questions: readonly SquadQuestion[],
  textOf: (sentence: string) => string,
  startProgress: StartProgress,
): Promise<SquadOutcome> {
  const times: number[] = [];
  const asked: Asked[] = [];
  const progress = startProgress(`squad, ${engine.name}`, questions.length);
  for (const question of questions) {
    const answer = engine.answer;
    const shown = answer === undefined ? null : await timed(times, () => answer(question.question));
    const ranking =
      shown === null
        ? await timed(times, () => engine.rank(question.question))
        : await engine.rank(question.question);
    const rank = firstRank(ranking.ids, new Set(question.gold));
    asked.push({ question, rank, first: ranking.ids[0] ?? null, shown, confidence: ranking.confidence });
    progress.tick();
  }
  progress.done();
  const ranks = asked.map(({ rank }) => rank);
  const unambiguous = asked.filter(({ question }) => question.unambiguous === true);
  const judged = asked.flatMap(({ shown, question }) =>
    shown?.answered ? [{ confidence: shown.confidence, right: isRight(shown, question) }] : [],
  );
  const figures = {
    MRR: mean(ranks.map((rank) => reciprocalRank(rank, MRR_CUT_OFF))),
    'MRR, unambiguous':
      unambiguous.length === 0
        ? null
        : mean(unambiguous.map(({ rank }) => reciprocalRank(rank, MRR_CUT_OFF))),
    'R@1': recallAt(1, ranks),
    'R@3': recallAt(3, ranks),
    'R@5': recallAt(5, ranks),
    ...shownFigures(asked, judged),
  };
  return {
    result: {
      engine: engine.name,
      figures,
      time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
    },
    judged,
    failures: failuresOf(asked, textOf),
    confidences: asked.map(({ shown, confidence }) => shown?.confidence ?? confidence),
  };
}

interface Asked {
  readonly question: SquadQuestion;
  readonly rank: number | null;
  readonly first: string | null;
  readonly shown: ShownAnswer | null;
  readonly confidence: number;
}

function recallAt(depth: number, ranks: readonly (number | null)[]): number {
  return share(ranks, (rank) => rank !== null && rank <= depth);
}

function isRight(shown: ShownAnswer, question: SquadQuestion): boolean {
  return shown.sentences.some((sentence) => question.gold.includes(sentence));
}

/** Figures of what is shown: null for an engine that only ranks. */
function shownFigures(asked: readonly Asked[], judged: readonly Judged[]): EngineResult['figures'] {
  const shown = asked.flatMap(({ shown, question }) => (shown === null ? [] : [{ shown, question }]));
  if (shown.length === 0) return {};
  const right = shown.filter(({ shown, question }) => shown.answered && isRight(shown, question));
  return {
    answered: share(shown, ({ shown }) => shown.answered),
    'first quote right': right.length / shown.length,
    'of those shown': judged.length === 0 ? null : share(judged, (one) => one.right),
    'highlight EM': mean(shown.map(highlightMatch)),
    'highlight F1': mean(shown.map(highlightF1)),
    'highlight EM, right quote': mean(right.map(highlightMatch)),
    'highlight F1, right quote': mean(right.map(highlightF1)),
    'calibration error': expectedCalibrationError(reliabilityTable(judged)),
  };
}

interface ShownFor {
  readonly shown: ShownAnswer;
  readonly question: SquadQuestion;
}

function highlightMatch({ shown, question }: ShownFor): number {
  return shown.highlight === null ? 0 : exactMatch(shown.highlight, question.answers);
}

function highlightF1({ shown, question }: ShownFor): number {
  return shown.highlight === null ? 0 : tokenF1(shown.highlight, question.answers);
}

/** Wrong answers given with the greatest confidence first. */
function failuresOf(asked: readonly Asked[], textOf: (sentence: string) => string): Failure[] {
  return asked
    .filter(({ rank, shown }) => rank !== 1 || shown?.answered === false)
    .sort((a, b) => confidenceOf(b) - confidenceOf(a))
    .map(({ question, rank, first, shown }) => ({
      question: question.question,
      wanted: [...question.gold.map(textOf), `answers: ${question.answers.join(' / ')}`],
      got: [shown?.text ?? (first === null ? '(nothing)' : textOf(first))],
      verdict: [
        rank === null ? 'right sentence not found' : `right sentence at ${rank}`,
        ...(shown === null
          ? []
          : [
              shown.answered
                ? `shown with ${shown.confidence.toFixed(2)}`
                : `refused with ${shown.confidence.toFixed(2)}`,
            ]),
      ].join(', '),
    }));
}

function confidenceOf({ shown, confidence }: Asked): number {
  return shown?.confidence ?? confidence;
}
