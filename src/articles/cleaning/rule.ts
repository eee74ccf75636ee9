import type { RemovalReason } from '../article.js';

/** The position of a line, for rules that depend on it. */
export interface Place {
  /** No line of the story itself has come yet. */
  readonly atTop: boolean;
}

/** Removes a whole line that is not the story. */
export interface LineRule {
  readonly reason: RemovalReason;
  /** What a line must have some of for it to hold, in lower case. To look for these takes a tenth of the time that a pattern takes. */
  readonly marks?: readonly string[];
  readonly holds: (line: string, place: Place) => boolean;
}

/** Removes the start of a line; the rest stays. */
export interface OpeningRule {
  readonly reason: RemovalReason;
  /** Returns the number of characters to remove; 0 for none. */
  readonly length: (line: string, place: Place) => number;
}

/** Returns the length of what a pattern (beginning with `^`) matches at the start of a line. */
export function matchedLength(pattern: RegExp, line: string): number {
  return pattern.exec(line)?.[0].length ?? 0;
}

export function wordCount(line: string): number {
  let count = 1;
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) count += 1;
  return count;
}

/** Whether a line ends like a sentence, with or without a closing quote or bracket. */
export function endsAsSentence(line: string): boolean {
  return /[.!?…]["”’')\]]*$/.test(line);
}
