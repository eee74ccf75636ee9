import { type LineRule, matchedLength, type OpeningRule, wordCount } from './rule.js';

/** A place in capitals ("BAGHDAD", "NEW YORK, N.Y."), or an agency. */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:,? \p{Lu}[\p{L}.'’-]*){0,4}`;
const DASH = '(?:[–—]|--?)';

const DATELINES: readonly RegExp[] = [
  // (BAGHDAD) — …
  new RegExp(`^\\(${CAPITALS}\\) ${DASH} ?`, 'u'),
  // WASHINGTON (AP) — …, WASHINGTON, Jan 5 (Reuters) - …
  new RegExp(`^${CAPITALS}(?:, [A-Z][a-z]{2,8}\\.? \\d{1,2})? \\([\\p{L} ]{2,25}\\) ?${DASH} ?`, 'u'),
  // Washington (CNN) — …, (CNN) …
  /^(?:\p{Lu}[\p{L}.'’-]+(?:,? \p{Lu}[\p{L}.'’-]*){0,4} )?\((?:AP|AFP|CNN|CNN Business|Reuters|UPI|BBC|Bloomberg)\) ?(?:[–—]|--?)? ?/u,
  // WASHINGTON – …
  new RegExp(`^${CAPITALS} [–—] ?`, 'u'),
];

/** "(BAGHDAD) — Iraq’s Parliament called …": where a report was filed, in front of its first sentence. */
export const datelineOpening: OpeningRule = {
  reason: 'dateline',
  length(line, { atTop }) {
    if (!atTop) return 0;
    const length = Math.max(...DATELINES.map((dateline) => matchedLength(dateline, line)));
    return length < line.length ? length : 0;
  },
};

/** "New York CNN Business —": a dateline on a line of its own. */
export const datelineLine: LineRule = {
  reason: 'dateline',
  holds: (line, { atTop }) => atTop && /[–—]$/.test(line) && wordCount(line) <= 9 && !/[.!?]\s/.test(line),
};

const NAME_WORD = /^["“‘(]?\p{Lu}[\p{L}\p{N}.'’-]*[,;)]?$/u;
const LINK_WORD = /^(?:and|of|for|at|in|the|special|to|[|&•/–-])$/i;

function isNames(words: readonly string[]): boolean {
  return (
    words.length >= 1 &&
    words.length <= 14 &&
    words.every((word) => NAME_WORD.test(word) || LINK_WORD.test(word)) &&
    words.some((word) => NAME_WORD.test(word))
  );
}

/** "By Jane Doe and John Roe, Associated Press", "— Jane Doe", "Special to the Courier", "From staff reports". */
export const bylineLine: LineRule = {
  reason: 'byline',
  holds(line) {
    if (line.length > 160 || /[.!?]$/.test(line)) return false;
    const [, names] = /^(?:by:? |(?:[–—]|--?) ?|special (?:to|for) )(.+)$/i.exec(line) ?? [];
    return (
      (names !== undefined && isNames(names.split(' '))) ||
      /^(?:from )?(?:staff(?: and wire)?|wire|[\p{L} ]{2,40} and wire) reports?$/iu.test(line)
    );
  },
};

/** "Associated Press", "Rod McGuirk, David Rising": names alone above the story say who wrote it. */
export const nameAtTopLine: LineRule = {
  reason: 'byline',
  holds: (line, { atTop }) =>
    atTop &&
    (/^(?:AP|AFP|UPI|CNN|BBC|Reuters|Editors?)$/.test(line) ||
      line.split(/, | and | & /).every((name) => {
        const words = name.split(' ');
        return (
          words.length >= 2 && words.length <= 3 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))
        );
      })) &&
    !/[.!?]$/.test(line),
};
