import { type Abridged, abridge } from './endings/abridge.js';
import { enumeration } from './endings/enumerations.js';
import { type PlainEnds, plainEnds } from './endings/plain-ends.js';
import { isFalseCut, missedCuts } from './endings/sentence-cuts.js';
import { withoutLongTokens } from './long-tokens.js';
import { sentencesOf } from './wink.js';

/** A stretch of a text: character offsets `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text in which only the last character could end a sentence; what stands in brackets is no item either. */
const SINGLE = /^[\p{L}\p{N} ,;:'"“”‘’()$%&–—-]*[.?!]?["”’)]?$/u;

/**
 * Splits a paragraph into sentences with wink-nlp, and corrects its mistakes in news ("R-S.C.,",
 * "pic.twitter.com/x", "?” he asked"). Spans are in order, do not overlap, begin and end with a visible
 * character, and cover every visible character.
 */
export function splitSentences(text: string): Span[] {
  const items = enumeration(text);
  const ends = plainEnds(text);
  const isPlain = ends?.open.size === 0;
  const isWhole = isPlain && ends.cuts.length === 0 && items.length === 0;
  if (isWhole || (!(isPlain && ends.cuts.length > 0) && SINGLE.test(text))) return spansBetween(text, []);
  const cuts = possibleCuts(text, ends).filter(
    (at) => !isFalseCut(text, at) && !items.some(({ start, end }) => start < at && at <= end),
  );
  return spansBetween(
    text,
    [...cuts, ...items.map(({ start }) => start)].sort((a, b) => a - b),
  );
}

/** Where a sentence ends plainly, or the segmenter or the rules see one end, in any order. */
function possibleCuts(text: string, ends: PlainEnds | null): readonly number[] {
  if (ends?.open.size === 0) return ends.cuts;
  // The segmenter drops byte order marks; spaces in their place keep the offsets right.
  const readable = withoutLongTokens(text.replaceAll('\uFEFF', ' '));
  const abridged = ends === null ? abridge(readable) : abridge(readable, (_, start) => ends.open.has(start));
  return abridged === null ? [] : [...(ends?.cuts ?? []), ...segmenterCuts(abridged), ...missedCuts(text)];
}

function segmenterCuts({ short, placeOf }: Abridged): number[] {
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
