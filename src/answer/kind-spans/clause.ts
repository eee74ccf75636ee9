/**
 * Source of a regular expression for a character of a clause: any but those that end it. A full stop after a single letter or before a
 * digit ends none: "U.S.", "3.5".
 * @param ends the marks that end it besides, as they stand between square brackets
 */
export function clauseCharacter(ends = ''): string {
  return String.raw`(?:[^${ends}.]|(?<=\b\p{L})\.|\.(?=\d))`;
}
