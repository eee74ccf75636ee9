import type { Question } from '../../../../src/answer/question/question.js';
import type { ScoredCandidate } from '../../../../src/answer/ranking/features/feature.js';
import { rankCandidates } from '../../../../src/answer/ranking/rank.js';
import { candidateOf } from '../../fixtures.js';

/** One sentence as features see it: a candidate with the spans that can be of the wanted type. */
export function scoredOf(
  question: string | Question,
  text: string,
  around: Parameters<typeof candidateOf>[2] = {},
): ScoredCandidate {
  const [scored] = rankCandidates([candidateOf(question, text, around)]);
  if (scored === undefined) throw new Error(`no candidate: ${text}`);
  return scored;
}
