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

const NAME_OR_LINK = /^(?:["“‘(]?\p{Lu}[\p{L}.'’-]*[,;)]?|and|of|for|at|in|the|special|to|[|&•])$/u;

/** "By Jane Doe and John Roe, Associated Press", "From staff reports". */
export const bylineLine: LineRule = {
  reason: 'byline',
  holds(line) {
    if (/^from (?:staff(?: and wire)?|wire|[\p{L} ]{2,40} and wire) reports?$/iu.test(line)) return true;
    const [by, ...words] = line.split(' ');
    return (
      /^by:?$/i.test(by ?? '') &&
      words.length >= 1 &&
      words.length <= 14 &&
      words.every((word) => NAME_OR_LINK.test(word)) &&
      !/[.!?]$/.test(line)
    );
  },
};

/** "Associated Press", "Jim McKairnes": a name alone above the story says who wrote it. */
export const nameAtTopLine: LineRule = {
  reason: 'byline',
  holds: (line, { atTop }) =>
    atTop &&
    wordCount(line) <= 4 &&
    /^\p{Lu}[\p{L}.'’-]*(?: (?:and|&|\p{Lu}[\p{L}.'’-]*))*$/u.test(line) &&
    !/[.]$/.test(line),
};
