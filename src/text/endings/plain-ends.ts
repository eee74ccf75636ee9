import { wordsWithEndMark } from '../wink.js';
import { kindAt, mayEndWithin, ODD, STOP } from './characters.js';
import { isFalseCut, missedCuts } from './sentence-cuts.js';

/** Longer words are cut short for the segmenter, see `withoutLongTokens`. */
const LONGEST_WORD = 400;
const SPACE = 32;

/** An ordinary word or a number, one mark, and perhaps a closing quotation mark. */
const PLAIN = /^(?<marked>(?:[A-Za-z]{2,}|[A-Za-z]+(?:[-'’][A-Za-z]+)+|[$£€]?\d+(?:[.,]\d+)*%?)[.!?])["”]?$/;
/** The segmenter never sees an end there, but the rules may. */
const INITIAL = /^[A-Za-z]\.$/;
const SHORTENED = /^[A-Za-z]+\.$/;
/** How a word may begin for the segmenter to see the end of a sentence before it. */
const OPENER = /[A-Za-z\d"“($£€]/;

/**
 * Finds where the sentences of a text may end if that is plain everywhere. Of all that the segmenter looks at it knows only the
 * mark behind an ordinary word, and it begins afresh behind each, so it cuts there; where a short form is that the rules let no
 * sentence end with, it does not matter what it does.
 * @returns where the next sentences may begin, for the rules to judge; null if the segmenter has to tell
 */
export function plainCuts(text: string): number[] | null {
  const cuts: number[] = [];
  let hasInitials = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (text.charCodeAt(at) === SPACE) {
      if (at - start > LONGEST_WORD) return null;
      start = at + 1;
    } else if (kind === ODD) return null;
    else if (kind === STOP) {
      let end = at + 1;
      while (end < text.length && text.charCodeAt(end) !== SPACE) end += 1;
      if (end - start > LONGEST_WORD) return null;
      if (mayEndWithin(text, start, end)) {
        const word = text.slice(start, end);
        const { marked } = PLAIN.exec(word)?.groups ?? {};
        if (!OPENER.test(text.charAt(end + 1))) return null;
        if (marked !== undefined && !wordsWithEndMark().has(marked)) cuts.push(end + 1);
        else if (INITIAL.test(word)) hasInitials = true;
        else if (!SHORTENED.test(word) || !isFalseCut(text, end + 1)) return null;
      }
      at = end - 1;
    }
  }
  if (text.length - start > LONGEST_WORD) return null;
  return hasInitials ? [...cuts, ...missedCuts(text)] : cuts;
}
