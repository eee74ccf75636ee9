import { opensWithCapital } from '../../text/words/capital.js';
import type { Word } from '../../text/words/word-form.js';

/** Names in full and by their initials: "European Union" and "EU". */

const LETTERS = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,6})$/u;
/** So many words at most have their initials taken. */
const LONGEST = 6;

/** The letters of an abbreviation made of initials, "EU" of "E.U."; null for any other word. */
export function initialsOf({ text }: Word): string | null {
  return opensWithCapital(text) && LETTERS.test(text) ? text.replaceAll('.', '') : null;
}

/**
 * Whether the words from a position on have some letters for initials. Function words between them may have theirs in it or
 * not: "DOJ" and "DJ" are the Department of Justice.
 */
export function isSpelledOut(tokens: readonly Word[], from: number, letters: string): boolean {
  if (!isCapitalised(tokens[from])) return false;
  let spelled = 0;
  for (let at = from; spelled < letters.length; at++) {
    const token = tokens[at];
    if (token === undefined || !(isCapitalised(token) || token.stop)) return false;
    const isNext = initial(token) === letters.charAt(spelled);
    if (isNext) spelled += 1;
    else if (!token.stop) return false;
  }
  return true;
}

/** All abbreviations that runs of capitalised words may have, with the positions of the words. */
export function possibleInitials(tokens: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const [from] of tokens.entries()) {
    const places: number[] = [];
    let [short, long] = ['', ''];
    for (let at = from; places.length < LONGEST; at++) {
      const token = tokens[at];
      if (token === undefined || !(isCapitalised(token) || (token.stop && places.length > 0))) break;
      long += initial(token);
      if (!isCapitalised(token)) continue;
      short += initial(token);
      places.push(at);
      if (places.length > 1) for (const letters of [short, long]) found.set(letters, [...places]);
    }
  }
  return found;
}

function isCapitalised(token: Word | undefined): boolean {
  return token !== undefined && opensWithCapital(token.text) && /^\p{Lu}\p{L}/u.test(token.text);
}

function initial({ text }: Word): string {
  return text.charAt(0).toUpperCase();
}
