import { distance, type Place, type Scene } from '../scene.js';
import type { Relation } from './relation.js';

/** Whether a span stands beside a word that plays a certain part in the question, and on which side. */

type Part = 'places' | 'verbs' | 'head' | 'modifiers' | 'names';

/** The distance over which nearness to a single word falls by half. */
const REACH = 3;

/** How near the nearest of them is: 1 for a neighbour. */
export const near =
  (part: Part): Relation =>
  (span, scene) =>
    best(scene[part], ({ at, strength }) => {
      const apart = distance(span, at);
      return apart === 0 ? 0 : strength / (1 + (apart - 1) / REACH);
    });

/** One of them stands so many tokens before the span (negative) or after it. */
export const within =
  (part: Part, from: number, to: number): Relation =>
  ({ first, last }, scene) =>
    best(scene[part], ({ at, strength }) => {
      const apart = at < first ? at - first : at > last ? at - last : 0;
      return apart >= from && apart <= to ? strength : 0;
    });

function best(places: readonly Place[], worth: (place: Place) => number): number {
  let found = 0;
  for (const place of places) found = Math.max(found, worth(place));
  return found;
}

const APPOSITION = 6;

/** The noun asked for stands in an apposition after the span: "Lozano, the mayor of Del Rio". */
export const apposition: Relation = (span, scene) => {
  const { text, clauses } = scene;
  const next = text.tokens[span.last + 1];
  const opens = next !== undefined && text.text.slice(span.end, next.start).startsWith(', ');
  if (!opens) return 0;
  const clause = clauses[span.last + 1];
  return best(scene.head, ({ at, strength }) =>
    at > span.last && at <= span.last + APPOSITION && clauses[at] === clause ? strength : 0,
  );
};

const SUBJECT = 3;

/** The question's verb follows the span closely in its clause, and the question asks who or what does it. */
export const isSubject: Relation = (span, scene) =>
  asksForSubject(scene)
    ? best(scene.verbs, ({ at, strength }) => (at > span.last && at <= span.last + SUBJECT ? strength : 0))
    : 0;

/** The question's verb stands before the span in its clause, and the question asks what it is done to. */
export const isObject: Relation = (span, scene) =>
  asksForObject(scene)
    ? best(scene.verbs, ({ at, strength }) => (at < span.first && span.first - at <= SUBJECT ? strength : 0))
    : 0;

function asksForSubject({ matcher: { question } }: Scene): boolean {
  const at = question.tokens.findIndex(({ word }) => /^(?:who|what|which)$/.test(word));
  return at >= 0 && !asksByAuxiliary(question.tokens.slice(at));
}

function asksForObject({ matcher: { question } }: Scene): boolean {
  const at = question.tokens.findIndex(({ word }) => /^(?:who|whom|what|which)$/.test(word));
  return at >= 0 && asksByAuxiliary(question.tokens.slice(at));
}

function asksByAuxiliary(tokens: Scene['text']['tokens']): boolean {
  return tokens.some(({ word }) => /^(?:did|does|do)$/.test(word));
}
