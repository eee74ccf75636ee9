import { enumeration } from './enumerations.js';
import { withoutLongTokens } from './long-tokens.js';
import { isFalseCut, missedCuts } from './sentence-cuts.js';
import { sentencesOf } from './wink.js';

/** A stretch of a text: character offsets `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text in which only the last character could end a sentence, as in half of the paragraphs of news. */
const SINGLE = /^[\p{L}\p{N} ,;:'"“”‘’()$%&–—-]*[.?!]?["”’)]?$/u;

/** A run of words with nothing but commas between them. Only this many words are kept at either end. */
const PLAIN_WORDS_KEPT = 3;
const PLAIN_WORDS = /(?<!\S)(?:[\w'’-]+,? ){8,}/g;

/**
 * Splits a paragraph into sentences with wink-nlp, and corrects its mistakes in news ("R-S.C.,",
 * "pic.twitter.com/x", "?” he asked"). Spans are in order, do not overlap, begin and end with a visible
 * character, and cover every visible character.
 */
export function splitSentences(text: string): Span[] {
  if (SINGLE.test(text)) return spansBetween(text, []);
  const items = enumeration(text);
  const cuts = [...segmenterCuts(text), ...missedCuts(text)].filter(
    (at) => !isFalseCut(text, at) && !items.some(({ start, end }) => start < at && at <= end),
  );
  return spansBetween(
    text,
    [...cuts, ...items.map(({ start }) => start)].sort((a, b) => a - b),
  );
}

function segmenterCuts(text: string): number[] {
  // The segmenter drops byte order marks; spaces in their place keep the offsets right.
  const { short, placeOf } = abridge(withoutLongTokens(text.replaceAll('\uFEFF', ' ')));
  const cuts: number[] = [];
  let end = 0;
  for (const sentence of sentencesOf(short)) {
    const start = short.indexOf(sentence, end);
    if (start < 0) break; // The segmenter altered odd characters; the rest stays one sentence.
    cuts.push(placeOf(start));
    end = start + sentence.length;
  }
  return cuts;
}

/**
 * Shortens a text by cutting the middles out of its long runs of plain words, and maps positions back to the
 * whole text. The segmenter looks no further than a few words, and takes its time over each.
 */
function abridge(text: string): { short: string; placeOf: (at: number) => number } {
  let short = '';
  let next = 0;
  const gaps: { readonly at: number; readonly length: number }[] = [];
  for (const { index, 0: run } of text.matchAll(PLAIN_WORDS)) {
    const start = index + afterSpaces(run, PLAIN_WORDS_KEPT);
    const end = index + beforeSpaces(run, PLAIN_WORDS_KEPT);
    short += text.slice(next, start);
    gaps.push({ at: short.length, length: end - start });
    next = end;
  }
  short += text.slice(next);
  return {
    short,
    placeOf: (at) => gaps.reduce((place, gap) => (gap.at <= at ? place + gap.length : place), at),
  };
}

/** Returns the position after the first `count` spaces. */
function afterSpaces(text: string, count: number): number {
  let at = 0;
  for (let found = 0; found < count; found++) at = text.indexOf(' ', at) + 1;
  return at;
}

/** Returns the position of the last `count` words of a text that ends with a space. */
function beforeSpaces(text: string, count: number): number {
  let at = text.length - 1;
  for (let found = 0; found < count; found++) at = text.lastIndexOf(' ', at - 1);
  return at + 1;
}

function spansBetween(text: string, cuts: readonly number[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const to of [...cuts, text.length]) {
    const piece = text.slice(from, to);
    const visible = piece.trim();
    if (visible !== '') {
      const start = from + piece.indexOf(visible);
      spans.push({ start, end: start + visible.length });
    }
    from = Math.max(from, to);
  }
  return spans;
}
