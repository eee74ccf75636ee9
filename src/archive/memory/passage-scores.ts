import { lengthNorm, saturation } from '../bm25.js';
import type { PassageTable } from './passage-table.js';
import { type Field, occurrencesOf, passageOf } from './posting.js';

/** The passages that hold something of the query, and what it counts. */
export interface WeightedPostings {
  /** Place of the query's term, from 1. Those of a term follow one another. */
  readonly place: number;
  readonly field: Field;
  /** The term's weight times its idf in that field. */
  readonly weight: number;
  readonly postings: Uint32Array;
}

/** So many passages are scored at a time. What is known of them fits into the processor's nearest cache. */
const WINDOW = 4096;
/** Of a passage: the low bits count the matching terms of the query, the high bits hold the place of the last one. */
const COUNT_BITS = 16;
const COUNT = (1 << COUNT_BITS) - 1;
/** Scores are rounded, possibly upwards; what is less than this share of a rounded one is less than it. */
const ROUNDING = 1 - 1e-7;

// Of the passages of a window: the sums of their scores, and their matches. They belong to the module, as arrays that never
// change place are read and written twice as fast; scoring does not wait in the middle, so that no two queries meet in them.
const sums = new Float64Array(WINDOW);
const matches = new Uint32Array(WINDOW);

/**
 * Scores passages for one query, as MiniSearch would: the sum over matching terms and both fields, times the number of query
 * terms that match.
 * @param meanLengths of the passages that are searched, by field
 * @param tell is given passages in the order of their numbers, and returns the score that further ones need
 */
export function scorePassages(
  passages: PassageTable,
  sought: readonly WeightedPostings[],
  meanLengths: Readonly<Record<Field, number>>,
  tell: (passage: number, score: number) => number,
): void {
  const norms = {
    title: normsOf(passages, 'title', meanLengths),
    text: normsOf(passages, 'text', meanLengths),
  };
  const next = new Uint32Array(sought.length);
  let least = Number.MIN_VALUE;
  for (let start = 0; start < passages.size; start += WINDOW) {
    let any = false;
    for (const [list, { place, field, weight, postings }] of sought.entries()) {
      const from = next[list] ?? 0;
      const to = addUp(postings, from, start, place, weight, passages.lengths(field), norms[field]);
      next[list] = to;
      any ||= to > from;
    }
    if (!any) continue;
    for (let at = 0; at < WINDOW; at++) {
      const score = (sums[at] ?? 0) * ((matches[at] ?? 0) & COUNT);
      if (score < least) continue;
      // Rounded, because the last digits depend on the order of addition, and equal passages must get equal scores.
      least = Math.max(Number.MIN_VALUE, tell(start + at, Math.fround(score)) * ROUNDING);
    }
    sums.fill(0);
    matches.fill(0);
  }
}

/**
 * Adds what a term is worth to the passages of a window that hold it.
 * @param from the first posting that is not before the window
 * @param start number of the window's first passage
 * @returns the first posting after the window
 */
function addUp(
  postings: Uint32Array,
  from: number,
  start: number,
  place: number,
  weight: number,
  lengths: Uint16Array,
  norms: Float64Array,
): number {
  let at = from;
  for (; at < postings.length; at++) {
    const posting = postings[at] ?? 0;
    const passage = passageOf(posting);
    const here = passage - start;
    if (here >= WINDOW) break;
    const norm = norms[lengths[passage] ?? 0] ?? 0;
    sums[here] = (sums[here] ?? 0) + weight * saturation(occurrencesOf(posting), norm);
    const matched = matches[here] ?? 0;
    if (matched >>> COUNT_BITS !== place) matches[here] = (place << COUNT_BITS) | ((matched & COUNT) + 1);
  }
  return at;
}

/** By length. */
function normsOf(
  passages: PassageTable,
  field: Field,
  meanLengths: Readonly<Record<Field, number>>,
): Float64Array {
  const norms = new Float64Array(passages.longest(field) + 1);
  for (let length = 0; length < norms.length; length++)
    norms[length] = lengthNorm(length, meanLengths[field]);
  return norms;
}
