import { FOUND } from '../../matching.js';
import type { Scene } from '../scene.js';
import { distance } from '../scene.js';
import type { Relation } from './relation.js';

/** How near words of a span, or around it, come in meaning to the noun asked for and to what the sentence lacks. */

const SEVERAL = 6;

function nearHead({ matcher, headIndex, text }: Scene, at: number): number {
  const token = text.tokens[at];
  if (headIndex < 0 || token === undefined || token.stop) return 0;
  return Math.max(0, matcher.similarity(token)[headIndex] ?? 0);
}

/** Its last word: "diesel" for "which fuel". */
export const lastLikeHead: Relation = ({ last }, scene) => nearHead(scene, last);

export const anyLikeHead: Relation = ({ first, last }, scene) => {
  let best = 0;
  for (let at = first; at <= Math.min(last, first + SEVERAL - 1); at++)
    best = Math.max(best, nearHead(scene, at));
  return best;
};

/** The word before it, or after it: "linebacker Von Miller" for "which player". */
export const likeHeadBefore: Relation = ({ first }, scene) => nearHead(scene, first - 1);
export const likeHeadAfter: Relation = ({ last }, scene) => nearHead(scene, last + 1);

const AROUND = 5;
/** Below this cosine words have nothing to do with each other. */
const UNRELATED = 0.3;

/** What the sentence lacks of the question, as far as words near the span mean something like it. */
export const likeLackingNear: Relation = (span, { matcher, candidate, text, matched }) => {
  const { strengths } = candidate.evidence;
  if (strengths.every((strength) => strength >= FOUND)) return 0;
  const best = strengths.map(() => 0);
  const end = Math.min(text.tokens.length - 1, span.last + AROUND);
  for (let at = Math.max(0, span.first - AROUND); at <= end; at++) {
    const token = text.tokens[at];
    if (token === undefined || token.stop || matched[at] !== 0 || distance(span, at) === 0) continue;
    const similarity = matcher.similarity(token);
    for (let index = 0; index < best.length; index++)
      if ((strengths[index] ?? 0) < FOUND) best[index] = Math.max(best[index] ?? 0, similarity[index] ?? 0);
  }
  return matcher.coverage(best.map((cosine) => Math.max(0, (cosine - UNRELATED) / (1 - UNRELATED))));
};
