import type { Fact } from '../../../src/answer/facts/fact.js';
import { rankCandidates } from '../../../src/answer/rank.js';
import { articleOf, candidatesOf } from '../fixtures.js';

/** A fact about some sentences of one paragraph. */
export function factOf(fact: Fact, question: string, ...sentences: string[]): number {
  const ranked = rankCandidates(candidatesOf(question, articleOf({}, sentences)));
  const [best] = ranked;
  if (best === undefined) throw new Error('no candidate');
  return fact(best, ranked);
}
