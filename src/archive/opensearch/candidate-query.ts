import { spellingDistance } from '../../text/spelling.js';
import { inverseDocumentFrequency } from '../bm25.js';
import type { QueryTerm } from '../passage-index.js';
import type { PerField } from './scoring.js';

/** Weight of other spellings: less than half. The cluster itself weighs them by how much they differ. */
const FUZZY_WEIGHT = 0.45;
/** The number of other spellings of a term that the cluster looks at. */
const SPELLINGS = 50;

/**
 * Builds the query that finds the passages to score: BM25 over both fields. The final score is multiplied by
 * the number of matched terms, which the cluster cannot do. Near the best passages this has about the same
 * effect as if each matched term counted about twice, so each adds a bonus: the mean worth of a term.
 */
export function candidateQuery(
  terms: readonly QueryTerm[],
  frequency: (term: string) => PerField,
  passages: number,
  filter: readonly object[] = [],
): object {
  const worth = terms.map(
    ({ term, weight }) => weight * inverseDocumentFrequency(frequency(term).text, passages),
  );
  const bonus = worth.reduce((sum, each) => sum + each, 0) / terms.length;
  return {
    bool: {
      filter,
      minimum_should_match: 1,
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
    prefix_length: 1,
    transpositions: false,
    max_expansions: SPELLINGS,
    boost: FUZZY_WEIGHT * weight,
  };
}
