import type { AnalysedText } from './analysed-text.js';
import type { AnswerKind } from './answer-kind.js';
import type { Candidate } from './candidate.js';
import { closeness } from './features/answer-kind.js';
import { type LikelySpan, likelySpan } from './spans/likely-span.js';
import { countsHead, countsOther } from './spans/relations/counting.js';
import { sceneOf } from './spans/scene.js';

/** Below this chance a highlight is a guess, and a wrong one is worse than none. */
const WORTH_SHOWING = 0.3;
/** From this strength on a figure counts what is asked for, and is worth showing whatever its chance. */
const COUNTED = 0.5;

/** Character offsets in a sentence, `[start, end)`. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

const FIGURES: ReadonlySet<AnswerKind> = new Set(['count', 'money', 'percent', 'measure', 'span']);
/** Kinds that whole clauses answer: of these there are too few in few words to learn from. */
const PROSE: ReadonlySet<AnswerKind> = new Set(['reason', 'manner', 'definition', 'statement']);
const RECOGNISED: ReadonlySet<AnswerKind> = new Set(['date', 'age', 'person', 'place', 'organisation']);

/** The words of a sentence that answer; null where that is not likely enough of any. */
export function highlightSpan(candidate: Candidate): Highlight | null {
  const { kind } = candidate.matcher.question;
  const cued = PROSE.has(kind) ? cuedClause(candidate) : null;
  if (cued !== null) return cued;
  const likely = likelySpan(candidate);
  if (likely === null) return null;
  const { start, end } = likely.span;
  const countsWanted = countsHead(likely.span, sceneOf(candidate)) >= COUNTED;
  if (likely.chance < WORTH_SHOWING && !countsWanted) return null;
  if (FIGURES.has(kind)) return figureOf(candidate, likely);
  const isOfKind = candidate.spans.some((span) => span.start < end && start < span.end);
  return RECOGNISED.has(kind) && !isOfKind ? null : wholeName(candidate.analysed, { start, end });
}

/**
 * A figure is shown with what qualifies it, and without what it counts: "more than 5,000", so that sources compare.
 * Words without a figure do not answer, nor does a number of something else.
 */
function figureOf(candidate: Candidate, { span }: LikelySpan): Highlight | null {
  const figure = candidate.analysed.quantities.find(({ start, end }) => start < span.end && span.start < end);
  if (!figure || countsOther(span, sceneOf(candidate)) === 1) return null;
  return { start: figure.start, end: figure.end };
}

/** "Middle East" for "East", where nothing but a name is meant. */
function wholeName({ names }: AnalysedText, { start, end }: Highlight): Highlight {
  const name = names.find((other) => other.start <= start && end <= other.end);
  return name ? { start: name.start, end: name.end } : { start, end };
}

const SURE_CUE = 0.5;

/** "because …", "said …": of the clauses that such a cue opens, the one nearest to the question's words. */
function cuedClause(candidate: Candidate): Highlight | null {
  let best: Highlight | null = null;
  let bestWorth = 0;
  for (const span of candidate.spans) {
    if (span.fit < SURE_CUE) continue;
    const worth = span.fit * (0.2 + closeness(candidate, span));
    if (worth > bestWorth) [best, bestWorth] = [{ start: span.start, end: span.end }, worth];
  }
  return best;
}
