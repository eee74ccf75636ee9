export type Field = 'title' | 'text';

export const FIELDS: readonly Field[] = ['title', 'text'];

/**
 * A passage that holds a term, as a number: the passage's number times 256, plus how often the term occurs there, at most
 * 255. A term of an article's title occurs in the titles of all its passages.
 */
export type Posting = number;

export function postingOf(passage: number, occurrences: number): Posting {
  return passage * 256 + occurrences;
}

export function passageOf(posting: Posting): number {
  return posting >>> 8;
}

export function occurrencesOf(posting: Posting): number {
  return posting & 0xff;
}
