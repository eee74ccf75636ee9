import { distance, type Place, type Scene } from '../scene.js';
import type { DescribedSpan } from '../traits.js';
import type { Relation } from './relation.js';

/** How much of the question's information stands near a span, outside of it. */

function informationBy(
  span: DescribedSpan,
  { places, matcher }: Scene,
  share: (place: Place, distance: number) => number,
): number {
  const near = new Array<number>(matcher.weights.length).fill(0);
  for (const place of places) {
    const apart = distance(span, place.at);
    if (apart === 0) continue;
    const found = place.strength * share(place, apart);
    if (found > (near[place.index] ?? 0)) near[place.index] = found;
  }
  return matcher.coverage(near);
}

/** @param reach the distance, in tokens, at which a word counts half */
export const nearness =
  (reach: number): Relation =>
  (span, scene) =>
    informationBy(span, scene, (_, apart) => 1 / (1 + apart / reach));

/** All of it that the sentence holds outside of the span. */
export const elsewhere: Relation = (span, scene) => informationBy(span, scene, () => 1);

/** In the same clause. */
export const inClause: Relation = (span, scene) => {
  const [from, to] = [scene.clauses[span.first], scene.clauses[span.last]];
  return informationBy(span, scene, ({ at }) =>
    scene.clauses[at] === from || scene.clauses[at] === to ? 1 : 0,
  );
};

const REACH = 4;

/** In words that stand beside one another here as they do in the question. */
export const boundNear: Relation = (span, scene) =>
  informationBy(span, scene, ({ bound }, apart) => bound / (1 + apart / REACH));
