import type { LineRule } from './rule.js';

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

/** "Associated Press", "Rod McGuirk, David Rising": names alone on a line above the story are its authors. */
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
