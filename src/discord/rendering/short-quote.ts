import type { Snippet } from '../../answer/answer.js';
import { dangles } from '../../answer/quotes/extent.js';

/** A quote, or the part of it that is shown. */
export type ShownQuote = Pick<Snippet, 'text' | 'highlight' | 'paragraph'>;

/** A quote of several sentences that is longer than this is shown in part, in characters. */
const SHORT = 240;
/** How long the part may become by sentences around those that hold the highlighted words. */
const PART = 160;

const ELLIPSIS = '…';

/**
 * Shortens a long quote to whole sentences: those that hold the highlighted words, the one before them if
 * they speak of "him", and those around them as far as there is room. An ellipsis stands where something is
 * left out. Where nothing is highlighted, nobody knows which sentence answers, and the quote is shown whole.
 */
export function shortQuote({ text, highlight, paragraph, sentences = [] }: Snippet): ShownQuote {
  if (text.length <= SHORT || highlight === null || sentences.length < 2)
    return { text, highlight, paragraph };
  const ends = [...sentences.slice(1).map(({ start }) => start), text.length];
  const lengthOf = (from: number, to: number): number => (ends[to] ?? 0) - (sentences[from]?.start ?? 0);
  let first = sentences.findLastIndex(({ start }) => start <= highlight[0]);
  let last = ends.findIndex((end) => end >= highlight[1]);
  if (first > 0 && dangles(text.slice(sentences[first]?.start))) first -= 1;
  while (last < sentences.length - 1 && lengthOf(first, last + 1) <= PART) last += 1;
  while (first > 0 && lengthOf(first - 1, last) <= PART) first -= 1;
  const from = sentences[first]?.start ?? 0;
  const before = first > 0 ? `${ELLIPSIS} ` : '';
  const after = last < sentences.length - 1 ? ` ${ELLIPSIS}` : '';
  const shift = before.length - from;
  return {
    text: before + text.slice(from, ends[last]).trimEnd() + after,
    highlight: [highlight[0] + shift, highlight[1] + shift],
    paragraph: sentences[first]?.paragraph ?? paragraph,
  };
}
