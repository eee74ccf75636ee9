import { lengthNorm, saturation } from '../bm25.js';
import type { Field, PassageTable } from './passage-table.js';
import { inTextOf, inTitleOf, passageOf } from './posting.js';

/** The passages that hold something of the query, and what it counts. */
export interface WeightedPostings {
  /** Place of the query's term, from 1. Those of a term follow one another. */
  readonly place: number;
  /** The term's weight times its idf, in a title and in a text. */
  readonly title: number;
  readonly text: number;
  readonly postings: Uint32Array;
}

/** So many passages are scored at a time. What is known of them fits into the processor's near caches. */
const WINDOW = 4096;
/** Of a passage: the low bits count the matching terms of the query, the high bits hold the place of the last one. */
const COUNT_BITS = 16;
const COUNT = (1 << COUNT_BITS) - 1;
/** Scores are rounded, possibly upwards; what is less than this share of a rounded one is less than it. */
const ROUNDING = 1 - 1e-7;

// Of the passages of a window: the sums of their scores, and their matches. They are used again by each query; scoring does not wait
// in the middle, so that no two queries meet in them.
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
    title: normsOf(passages.longest('title'), meanLengths.title),
    text: normsOf(passages.longest('text'), meanLengths.text),
  };
  const next = new Uint32Array(sought.length);
  let least = Number.MIN_VALUE;
  for (let start = 0; start < passages.size; start += WINDOW) {
    // Before and not after, as `tell` may throw.
    sums.fill(0);
    matches.fill(0);
    let any = false;
    for (const [list, weighted] of sought.entries()) {
      const from = next[list] ?? 0;
      const to = addUp(weighted, from, start, passages, norms);
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
  }
}

/**
 * Adds what a term is worth to the passages of a window that hold it.
 * @param from the first posting that is not before the window
 * @param start number of the window's first passage
 * @returns the first posting after the window
 */
function addUp(
  { place, title, text, postings }: WeightedPostings,
  from: number,
  start: number,
  passages: PassageTable,
  norms: Readonly<Record<Field, Float64Array>>,
): number {
  const [titleLengths, textLengths] = [passages.lengths('title'), passages.lengths('text')];
  const { title: titleNorms, text: textNorms } = norms;
  let at = from;
  for (; at < postings.length; at++) {
    const posting = postings[at] ?? 0;
    const passage = passageOf(posting);
    const here = passage - start;
    if (here >= WINDOW) break;
    let sum = sums[here] ?? 0;
    const inTitle = inTitleOf(posting);
    if (inTitle > 0) sum += title * saturation(inTitle, titleNorms[titleLengths[passage] ?? 0] ?? 0);
    const inText = inTextOf(posting);
    if (inText > 0) sum += text * saturation(inText, textNorms[textLengths[passage] ?? 0] ?? 0);
    sums[here] = sum;
    const matched = matches[here] ?? 0;
    if (matched >>> COUNT_BITS !== place) matches[here] = (place << COUNT_BITS) | ((matched & COUNT) + 1);
  }
  return at;
}

/** By length, up to the longest. */
function normsOf(longest: number, meanLength: number): Float64Array {
  const norms = new Float64Array(longest + 1);
  for (let length = 0; length < norms.length; length++) norms[length] = lengthNorm(length, meanLength);
  return norms;
}
