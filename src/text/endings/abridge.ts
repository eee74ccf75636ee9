/** A text of which only the places are left where a sentence may end, each with some words around it. */
export interface Abridged {
  readonly short: string;
  /** Maps a position in the short text to the whole text. */
  readonly placeOf: (at: number) => number;
}

/** How many words are kept on either side of a place: the segmenter looks no further. */
const KEPT = 3;
const SPACE = 32;

const [STOP, CLOSER, LOWER, CAPITAL, DIGIT, PAUSE, OTHER] = [1, 2, 4, 8, 16, 32, 64];
/** What each character is, by its code. What is none of these, nor known to be harmless, is `ODD`. */
const ODD = 128;
const KINDS = kindsOf({
  '.!?…': STOP,
  '"”’\'': CLOSER,
  abcdefghijklmnopqrstuvwxyz: LOWER,
  ABCDEFGHIJKLMNOPQRSTUVWXYZ: CAPITAL,
  '0123456789': DIGIT,
  ',;:': PAUSE,
  ' ()[]“‘–—-$£€%&/#@+*=_': OTHER,
});

function kindsOf(kinds: Readonly<Record<string, number>>): Uint8Array {
  const table = new Uint8Array(1 << 16).fill(ODD);
  // Latin letters with accents.
  table.fill(OTHER, 0xc0, 0x250);
  for (const [characters, kind] of Object.entries(kinds))
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  return table;
}

const kindAt = (text: string, at: number): number => KINDS[text.charCodeAt(at)] ?? OTHER;

/**
 * Cuts out of a text what lies far from any place where a sentence may end inside it: the segmenter takes its time over each
 * word. Null if there is no such place.
 */
export function abridge(text: string): Abridged | null {
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
    if (mayEndWithin(text, start, end)) {
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

/** Whether a sentence may end in a word or right after it, or the word holds characters that nothing is known of. */
function mayEndWithin(text: string, start: number, end: number): boolean {
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
