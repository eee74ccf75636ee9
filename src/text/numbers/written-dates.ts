import type { Token } from '../tokens.js';

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** Whether a written date may start with a word: a month, or digits. */
export function opensWrittenDate(word: string): boolean {
  return MONTHS.has(word) || /^\d/.test(word);
}

/**
 * The last token of the date that begins at a token: "January 4", "4 January 2020", "Jan. 5, 2020", "October 1973". -1 where
 * none does.
 */
export function endOfWrittenDate(text: string, tokens: readonly Token[], first: number): number {
  const isMonth = (at: number): boolean => {
    const token = tokens[at];
    return token !== undefined && MONTHS.has(token.word) && /^\p{Lu}/u.test(token.text);
  };
  const isNumber = (at: number, pattern: RegExp): boolean => pattern.test(tokens[at]?.word ?? '');
  const near = (at: number): boolean => {
    const [left, right] = [tokens[at], tokens[at + 1]];
    return !!left && !!right && /^(?:,? |\. | of )$/.test(text.slice(left.end, right.start));
  };
  const day = /^[0-3]?\d(?:st|nd|rd|th)?$/;
  const year = /^[12]\d{3}$/;
  let last = -1;
  if (isMonth(first)) {
    if (near(first) && isNumber(first + 1, day)) last = first + 1;
    else if (near(first) && isNumber(first + 1, year)) last = first + 1;
  } else if (isNumber(first, day) && near(first) && isMonth(first + 1)) last = first + 1;
  if (last < 0) return -1;
  return !isNumber(last, year) && near(last) && isNumber(last + 1, year) ? last + 1 : last;
}
