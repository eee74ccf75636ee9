import type { AnswerSpan } from './answer-spans.js';
import type { Candidate } from './candidate.js';
import { closeness } from './features/answer-kind.js';

/** Below this fit a span is a guess, and a wrong highlight is worse than none. */
const SURE_ENOUGH = 0.5;

/** The words of a sentence that answer: the span that fits best and stands nearest to the question's words. */
export function highlightSpan(candidate: Candidate): AnswerSpan | null {
  let best: AnswerSpan | null = null;
  let bestWorth = 0;
  for (const span of candidate.spans) {
    if (span.fit < SURE_ENOUGH) continue;
    const worth = span.fit * (0.2 + closeness(candidate, span));
    if (worth > bestWorth) [best, bestWorth] = [span, worth];
  }
  return best;
}
