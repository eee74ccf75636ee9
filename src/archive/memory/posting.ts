/**
 * A passage that holds a term in its text or in the title of its article, as a number: the passage's number times 256, plus how
 * often the term occurs in the title, at most 7, times 32, plus how often in the text, at most 31. More does not change a BM25
 * score visibly.
 */
export type Posting = number;

const MOST_IN_TITLE = 7;
const MOST_IN_TEXT = 31;

export function postingOf(passage: number, inTitle: number, inText: number): Posting {
  return passage * 256 + Math.min(inTitle, MOST_IN_TITLE) * 32 + Math.min(inText, MOST_IN_TEXT);
}

export function passageOf(posting: Posting): number {
  return posting >>> 8;
}

/** How often the term occurs in the title. */
export function inTitleOf(posting: Posting): number {
  return (posting >>> 5) & MOST_IN_TITLE;
}

/** How often the term occurs in the passage's text. */
export function inTextOf(posting: Posting): number {
  return posting & MOST_IN_TEXT;
}
