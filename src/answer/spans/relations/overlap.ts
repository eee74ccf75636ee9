import { distance } from '../scene.js';
import type { Relation } from './relation.js';

/** What of the question the span itself holds: that is no news. */

/** From this strength on a word is the question's own. */
const OWN = 0.8;

/** Share of its content words that are the question's. */
export const inQuestion: Relation = ({ first, last }, { text, matched }) => {
  let content = 0;
  let own = 0;
  for (let at = first; at <= last; at++) {
    if (text.tokens[at]?.stop !== false) continue;
    content += 1;
    if ((matched[at] ?? 0) >= OWN) own += 1;
  }
  return content === 0 ? 0 : own / content;
};

export const allInQuestion: Relation = (span, scene) => (inQuestion(span, scene) === 1 ? 1 : 0);

export const endsInQuestion: Relation = ({ last }, { matched }) => matched[last] ?? 0;

/** "the Rhine river" for "which river". */
export const holdsHead: Relation = (span, { head }) =>
  head.some(({ at }) => distance(span, at) === 0) ? 1 : 0;
export const endsWithHead: Relation = ({ last }, { head }) => (head.some(({ at }) => at === last) ? 1 : 0);
export const beginsWithHead: Relation = ({ first }, { head }) =>
  head.some(({ at }) => at === first) ? 1 : 0;
