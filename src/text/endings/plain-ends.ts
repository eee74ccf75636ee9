import { wordsWithEndMark } from '../wink.js';
import { CAPITAL, DIGIT, kindAt, LOWER, mayEndWithin, ODD, STOP } from './characters.js';

/** Longer words are cut short for the segmenter, see `withoutLongTokens`. */
const LONGEST_WORD = 400;
const SPACE = 32;
const [POINT, EXCLAMATION, QUESTION, DOUBLE, OPENING, CLOSING] = Array.from('.!?"“”', codeOf);

/**
 * Finds where the sentences of a text end if that is plain everywhere: after an ordinary word or number with one mark (and
 * perhaps a closing quotation mark), before a space and what may begin a sentence. Of all that the segmenter looks at it knows
 * only the mark there, and it begins afresh behind each, so it cuts at these places and no others.
 * @returns where the next sentences begin; null if a sentence may end anywhere else, and the segmenter has to tell
 */
export function plainCuts(text: string): number[] | null {
  const cuts: number[] = [];
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
        if (!isPlainEnd(text, start, at, end)) return null;
        cuts.push(end + 1);
      }
      at = end - 1;
    }
  }
  return text.length - start > LONGEST_WORD ? null : cuts;
}

/** @param at the place of the mark in the word `[start, end)` */
function isPlainEnd(text: string, start: number, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark !== POINT && mark !== EXCLAMATION && mark !== QUESTION) return false;
  if (end > at + 2 || (end === at + 2 && !isClosing(text.charCodeAt(at + 1)))) return false;
  if (at - start < 2 || !(isAll(text, start, at, LOWER | CAPITAL) || isAll(text, start, at, DIGIT)))
    return false;
  return mayBegin(text, end + 1) && !wordsWithEndMark().has(text.slice(start, at + 1));
}

function isClosing(code: number): boolean {
  return code === DOUBLE || code === CLOSING;
}

function isAll(text: string, start: number, end: number, kinds: number): boolean {
  for (let at = start; at < end; at++) if ((kindAt(text, at) & kinds) === 0) return false;
  return true;
}

/** Whether a word begins as the segmenter lets a sentence begin. */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (kindAt(text, at) & (LOWER | CAPITAL | DIGIT)) !== 0 || code === DOUBLE || code === OPENING;
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}
