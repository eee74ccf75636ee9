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

/**
 * "(BAGHDAD) — Iraq’s Parliament called …": the place where a report was filed, before its first sentence.
 */
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
