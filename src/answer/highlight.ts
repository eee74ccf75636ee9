import type { AnalysedText } from './analysed-text.js';
import type { AnswerKind } from './answer-kind.js';
import type { Candidate } from './candidate.js';
import { closeness } from './features/answer-kind.js';
import { likelySpan } from './spans/likely-span.js';
import { countsOther } from './spans/relations/counting.js';
import { sceneOf } from './spans/scene.js';

/** Below this chance a highlight is a guess, and a wrong one is worse than none. */
const WORTH_SHOWING = 0.1;

/** Character offsets in a sentence, `[start, end)`. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

/** The words of a sentence that answer; null where that is not likely enough of any. */
export function highlightSpan(candidate: Candidate): Highlight | null {
  const { kind } = candidate.matcher.question;
  const likely = likelySpan(candidate);
  if (likely === null) return null;
  if (likely.chance < WORTH_SHOWING) return PROSE.has(kind) ? cuedClause(candidate) : null;
  const { span } = likely;
  if (!FIGURES.has(kind)) return { start: span.start, end: span.end };
  return countsOther(span, sceneOf(candidate)) === 1 ? null : wholeFigure(candidate.analysed, span);
}

const FIGURES: ReadonlySet<AnswerKind> = new Set(['count', 'money', 'percent', 'measure', 'span']);

/**
 * A figure is shown with what qualifies it, and without what it counts: "more than 5,000", so that sources compare.
 * Words without a figure do not answer.
 */
function wholeFigure({ quantities }: AnalysedText, { start, end }: Highlight): Highlight | null {
  const figure = quantities.find((quantity) => quantity.start < end && start < quantity.end);
  return figure ? { start: figure.start, end: figure.end } : null;
}

/** Kinds that whole clauses answer, for which there is little to learn from. */
const PROSE: ReadonlySet<AnswerKind> = new Set(['reason', 'manner', 'definition', 'statement']);
const SURE_CUE = 0.5;

/** "because …", "said …": of the clauses that such a cue opens, the one nearest to the question's words. */
function cuedClause(candidate: Candidate): Highlight | null {
  let best: Highlight | null = null;
  let bestWorth = 0;
  for (const span of candidate.spans) {
    if (span.fit < SURE_CUE) continue;
    const worth = span.fit * (0.2 + closeness(candidate, span));
    if (worth > bestWorth) [best, bestWorth] = [span, worth];
  }
  return best && { start: best.start, end: best.end };
}
