import { type WrittenText, withCodeUnits } from '../characters/code-units.js';
import { wordsWithEndMark } from '../wink.js';
import { kindAt, kindOf, mayEndWithin, ODD, STOP } from './characters.js';
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

/** What is plain about the ends of a text's sentences. */
export interface PlainEnds {
  /** Where the next sentences may begin, for the rules to judge. */
  readonly cuts: readonly number[];
  /** Where the words begin of which the segmenter has to tell whether a sentence ends with them. */
  readonly open: ReadonlySet<number>;
}

/**
 * Finds where the sentences of a text plainly end. Of all that the segmenter looks at it knows only the mark behind an ordinary
 * word, and it begins afresh behind each, so it cuts there; where a short form is that the rules let no sentence end with, it does
 * not matter what it does.
 * @returns null for a text with characters that nothing is known of
 */
export function plainEnds(text: string): PlainEnds | null {
  return withCodeUnits(text, findPlainEnds);
}

function findPlainEnds({ text, units }: WrittenText): PlainEnds | null {
  const { length } = text;
  const cuts: number[] = [];
  const open = new Set<number>();
  let hasInitials = false;
  let start = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    const kind = kindOf(unit);
    if (unit === SPACE) {
      if (at - start > LONGEST_WORD) return null;
      start = at + 1;
    } else if (kind === ODD) return null;
    else if (kind === STOP) {
      let end = at + 1;
      while (end < length && units[end] !== SPACE) end += 1;
      if (end - start > LONGEST_WORD) return null;
      if (mayEndWithin(text, start, end)) {
        const word = text.slice(start, end);
        if (isOdd(word)) return null;
        const { marked } = PLAIN.exec(word)?.groups ?? {};
        const mayFollow = OPENER.test(text.charAt(end + 1));
        if (mayFollow && marked !== undefined && !wordsWithEndMark().has(marked)) cuts.push(end + 1);
        else if (mayFollow && INITIAL.test(word)) hasInitials = true;
        else if (!mayFollow || !SHORTENED.test(word) || !isFalseCut(text, end + 1)) open.add(start);
      }
      at = end - 1;
    }
  }
  if (length - start > LONGEST_WORD) return null;
  if (hasInitials && open.size === 0) cuts.push(...missedCuts(text));
  return { cuts, open };
}

function isOdd(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (kindAt(word, at) === ODD) return true;
  return false;
}
