import { mayEndWithin } from './characters.js';

/** A text of which only the places are left where a sentence may end, each with some words around it. */
export interface Abridged {
  readonly short: string;
  /** Maps a position in the short text to the whole text. */
  readonly placeOf: (at: number) => number;
}

/** How many words are kept on either side of a place: the segmenter looks no further. */
const KEPT = 3;
const SPACE = 32;

/**
 * Cuts out of a text what lies far from any place where a sentence may end inside it: the segmenter takes its time over each
 * word. Null if there is no such place.
 * @param mayEnd whether a sentence may end in or after the word `[start, end)`
 */
export function abridge(
  text: string,
  mayEnd: (text: string, start: number, end: number) => boolean = mayEndWithin,
): Abridged | null {
  let short = '';
  let next = 0;
  const gaps: { readonly at: number; readonly length: number }[] = [];
  /** Where the words begin that have come since the last place. */
  let calm: number[] = [];
  let found = false;
  const skip = () => {
    const from = calm[found ? KEPT : 0];
    const to = calm.at(-KEPT);
    if (from === undefined || to === undefined || to <= from) return;
    short += text.slice(next, from);
    gaps.push({ at: short.length, length: to - from });
    next = to;
  };
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== SPACE) end += 1;
    if (mayEnd(text, start, end)) {
      skip();
      found = true;
      calm = [];
    } else calm.push(start);
    start = end + 1;
  }
  if (!found) return null;
  short += text.slice(next, calm[KEPT]);
  return {
    short,
    placeOf: (at) => gaps.reduce((place, gap) => (gap.at < at ? place + gap.length : place), at),
  };
}
