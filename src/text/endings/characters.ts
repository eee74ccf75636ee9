import { characterTable } from '../characters/character-table.js';

/** What the characters of a text are to whoever looks for the ends of its sentences. */
export const [STOP, CLOSER, LOWER, CAPITAL, DIGIT, PAUSE, OTHER] = [1, 2, 4, 8, 16, 32, 64];
/** What each character is, by its code. What is none of these, nor known to be harmless, is `ODD`. */
export const ODD = 128;
const KINDS = characterTable(
  {
    '.!?…': STOP,
    '"”’\'': CLOSER,
    abcdefghijklmnopqrstuvwxyz: LOWER,
    ABCDEFGHIJKLMNOPQRSTUVWXYZ: CAPITAL,
    '0123456789': DIGIT,
    ',;:': PAUSE,
    ' ()[]“‘–—-$£€%&/#@+*=_': OTHER,
  },
  // Latin letters with accents are harmless.
  new Uint8Array(1 << 16).fill(ODD).fill(OTHER, 0xc0, 0x250),
);

export function kindAt(text: string, at: number): number {
  return kindOf(text.charCodeAt(at));
}

export function kindOf(unit: number): number {
  return KINDS[unit] ?? OTHER;
}

/** Whether a sentence may end in a word or right after it, or the word holds characters that nothing is known of. */
export function mayEndWithin(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at);
    if (kind === ODD) return true;
    if (kind !== STOP) continue;
    let after = at + 1;
    while (after < end && (kindAt(text, after) & (STOP | CLOSER)) !== 0) after += 1;
    if (after < end) {
      // "3.5", "example.com", "Inc.,", "U.S.": the rules let no sentence begin there, see `isFalseCut`.
      const isWithin = (kindAt(text, after) & (DIGIT | LOWER | PAUSE)) !== 0;
      const isInitial = at > start && kindAt(text, at - 1) === CAPITAL && kindAt(text, after) === CAPITAL;
      if (after > at + 1 || !(isWithin || isInitial)) return true;
    } else if (end < text.length && !goesOn(text, end + 1)) return true;
  }
  return false;
}

/** Whether a word surely goes on with a sentence: it begins with a small letter, and is no "iPhone". */
function goesOn(text: string, at: number): boolean {
  const [first, second, third] = [kindAt(text, at), kindAt(text, at + 1), kindAt(text, at + 2)];
  return first === LOWER && second !== CAPITAL && third !== CAPITAL;
}
