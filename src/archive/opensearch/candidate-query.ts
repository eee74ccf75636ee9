import { spellingDistance } from '../../text/spelling.js';
import { inverseDocumentFrequency } from '../bm25.js';
import type { QueryTerm } from '../passage-index.js';
import type { PerField } from './scoring.js';

/** Other spellings count less than half, and differ in the cluster by what it finds fitting. */
const FUZZY_WEIGHT = 0.45;
/** So many other spellings of a term are looked at. */
const SPELLINGS = 50;

/**
 * The query that finds the passages to score: BM25 over both fields. Scores are multiplied by the number of matched
 * terms afterwards, which the cluster cannot do; near the best passages that is as if each matched term added about as
 * much as it adds itself, so that is what it gets.
 */
export function candidateQuery(
  terms: readonly QueryTerm[],
  frequency: (term: string) => PerField,
  passages: number,
): object {
  const worth = terms.map(
    ({ term, weight }) => weight * inverseDocumentFrequency(frequency(term).text, passages),
  );
  const bonus = worth.reduce((sum, each) => sum + each, 0) / terms.length;
  return {
    bool: {
      should: terms.flatMap(({ term, weight, fuzzy }) => {
        const distance = fuzzy ? spellingDistance(term.length) : 0;
        return [
          ...(['title', 'text'] as const).flatMap((field) => [
            { term: { [field]: { value: term, boost: weight } } },
            ...(distance === 0 ? [] : [{ fuzzy: { [field]: spellings(term, weight, distance) } }]),
          ]),
          { constant_score: { filter: { term: { terms: { value: term } } }, boost: bonus } },
        ];
      }),
    },
  };
}

function spellings(term: string, weight: number, distance: number): object {
  return {
    value: term,
    fuzziness: distance,
    transpositions: false,
    max_expansions: SPELLINGS,
    boost: FUZZY_WEIGHT * weight,
  };
}
