import type { Scene } from '../scene.js';
import type { DescribedSpan } from '../traits.js';
import type { Relation } from './relation.js';

/** What a figure in the span counts, where the question names what is to be counted. */

/** "5,200 U.S. troops" for "how many troops": how well what it counts stands for the noun asked for. */
export const countsHead: Relation = (span, scene) => counted(span, scene) ?? 0;

/** "Some 52 targets" for "how many troops". */
export const countsOther: Relation = (span, scene) => (counted(span, scene) === 0 ? 1 : 0);

/** How strongly the counted words match; null where the span counts nothing, or nothing is asked to be counted. */
function counted({ first, last }: DescribedSpan, { text, matcher, headIndex }: Scene): number | null {
  if (matcher.question.kind !== 'count' || headIndex < 0) return null;
  const figure = text.quantities.find(
    (quantity) => quantity.kind === 'count' && quantity.first >= first && quantity.last <= last,
  );
  if (!figure || figure.counted.length === 0) return null;
  let best = 0;
  for (const token of text.tokens.slice(figure.last + 1, figure.last + 1 + REACH)) {
    if (!figure.counted.includes(token.term)) continue;
    for (const { index, strength } of matcher.matches(token))
      if (index === headIndex) best = Math.max(best, strength);
  }
  return best;
}

/** So many tokens after a figure may be what it counts. */
const REACH = 8;
