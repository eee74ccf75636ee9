import { lengthNorm, saturation } from '../bm25.js';
import type { PassageTable } from './passage-table.js';
import { FIELDS, type Field, occurrencesOf, passageOf } from './posting.js';

/** By passage: the low bits count the matching terms of the query, the high bits hold the place of the last one. */
const COUNT_BITS = 16;
const COUNT = (1 << COUNT_BITS) - 1;

/**
 * Adds up the scores of all passages for one query, as MiniSearch would: the sum over matching terms and both fields,
 * times the number of query terms that match. The arrays are kept from one query to the next.
 */
export class PassageScores {
  readonly #passages: PassageTable;
  readonly #norms: Record<Field, Float64Array> = { title: new Float64Array(), text: new Float64Array() };
  #sums = new Float64Array();
  #matches = new Uint32Array();

  constructor(passages: PassageTable) {
    this.#passages = passages;
  }

  /** Begins with a query. @param meanLengths of the passages that are searched, by field */
  begin(meanLengths: Readonly<Record<Field, number>>): void {
    const { size } = this.#passages;
    if (size > this.#sums.length) {
      this.#sums = new Float64Array(size);
      this.#matches = new Uint32Array(size);
    }
    for (const field of FIELDS) {
      const lengths = Array.from({ length: this.#passages.longest(field) + 1 }, (_, length) => length);
      this.#norms[field] = Float64Array.from(lengths, (length) => lengthNorm(length, meanLengths[field]));
    }
  }

  /**
   * Adds what a matching term is worth to the passages that hold it.
   * @param place of the query's term, from 1; all that match a term are added before those of the next one
   * @param weight the term's weight times its idf in that field
   */
  add(place: number, field: Field, postings: Uint32Array, weight: number): void {
    const sums = this.#sums;
    const matches = this.#matches;
    const lengths = this.#passages.lengths(field);
    const norms = this.#norms[field];
    for (let at = 0; at < postings.length; at++) {
      const posting = postings[at] ?? 0;
      const passage = passageOf(posting);
      const norm = norms[lengths[passage] ?? 0] ?? 0;
      sums[passage] = (sums[passage] ?? 0) + weight * saturation(occurrencesOf(posting), norm);
      const matched = matches[passage] ?? 0;
      if (matched >>> COUNT_BITS !== place)
        matches[passage] = (place << COUNT_BITS) | ((matched & COUNT) + 1);
    }
  }

  /**
   * Ends the query: visits the passages that match, in the order of their numbers.
   * @param tell returns the score that further passages need
   */
  end(tell: (passage: number, score: number) => number): void {
    const sums = this.#sums;
    const matches = this.#matches;
    let threshold = 0;
    for (let passage = 0; passage < matches.length; passage++) {
      const matched = matches[passage] ?? 0;
      if (matched === 0) continue;
      // Rounded, because the last digits depend on the order of addition, and equal passages must get equal scores.
      const score = Math.fround((sums[passage] ?? 0) * (matched & COUNT));
      if (score >= threshold) threshold = tell(passage, score);
    }
    sums.fill(0);
    matches.fill(0);
  }
}
