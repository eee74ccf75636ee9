import type { RemovalReason } from '../article.js';

/** Where a line stands, for rules that need to know. */
export interface Place {
  /** Nothing of the story itself has come yet. */
  readonly atTop: boolean;
}

/** Takes out a whole line that is not the story. */
export interface LineRule {
  readonly reason: RemovalReason;
  readonly holds: (line: string, place: Place) => boolean;
}

/** Takes something off the start of a line; the rest stays. */
export interface OpeningRule {
  readonly reason: RemovalReason;
  /** How many characters go; 0 for none. */
  readonly length: (line: string, place: Place) => number;
}

/** How long the start of a line is that a pattern (beginning with `^`) matches. */
export function matchedLength(pattern: RegExp, line: string): number {
  return pattern.exec(line)?.[0].length ?? 0;
}

export function wordCount(line: string): number {
  return line.split(' ').length;
}

/** Ends as a sentence does, with or without a closing quote or bracket. */
export function endsAsSentence(line: string): boolean {
  return /[.!?…]["”’')\]]*$/.test(line);
}
