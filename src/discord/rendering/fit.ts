import { escaped } from './escape.js';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

const ELLIPSIS = ' …';

/**
 * Cuts a text to what fits, after a whole sentence, or after a whole word if the first sentence is too long.
 * An ellipsis marks the cut.
 *
 * @param size returns how much room a text takes; at least its length
 */
export function fitted(text: string, limit: number, size = (part: string): number => part.length): string {
  if (size(text) <= limit) return text;
  const room = limit - ELLIPSIS.length;
  const cut = longest(text, sentences, room, size) || longest(text, words, room, size);
  return cut + ELLIPSIS;
}

/** Escapes a text, cut so that it fits including the escapes. */
export function fittedAndEscaped(text: string, limit: number): string {
  return escaped(fitted(text, limit, (part) => escaped(part).length));
}

function longest(
  text: string,
  segmenter: Intl.Segmenter,
  limit: number,
  size: (part: string) => number,
): string {
  // Nothing longer than the limit fits, so the rest of a very long text can be ignored.
  const opening = text.slice(0, limit + 1);
  const ends = [...segmenter.segment(opening)].map(({ index }) => index);
  if (opening.length === text.length) ends.push(text.length);
  const best = ends.findLast((end) => size(text.slice(0, end).trimEnd()) <= limit) ?? 0;
  return text.slice(0, best).trimEnd();
}
