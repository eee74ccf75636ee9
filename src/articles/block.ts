/** One block of a source as a reader finds it, before cleaning. */
export interface Block {
  /** With folded white space; never empty. */
  readonly text: string;
  /**
   * The source's mark-up for it. Plain text has none, so all of its blocks are `text`. A `row` is one row of a
   * table, its cells between strokes.
   */
  readonly kind: 'text' | 'heading' | 'caption' | 'embedded post' | 'row';
}

/** The class of a paragraph that is a row of a table, in an article's file. */
export const ROW_CLASS = 'table-row';

/** Characters that show nothing: zero-width space, word joiner, byte order mark, soft hyphen, control characters. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]|(?!\s)\p{Cc}/gu;

/** White space other than single spaces within a text, or something invisible: what most texts have none of. */
const UNFOLDED = /[\p{Cc}\u200B\u2060\uFEFF\u00AD]|[^\S ]| {2}|^ | $/u;

/**
 * Turns every run of white space (including no-break and thin spaces) into one space, and removes invisible
 * characters.
 */
export function foldWhiteSpace(text: string): string {
  if (!UNFOLDED.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Makes a block of each text, and drops empty ones. */
export function toBlocks(texts: Iterable<string>, kind: Block['kind'] = 'text'): Block[] {
  return Array.from(texts, foldWhiteSpace)
    .filter((text) => text !== '')
    .map((text) => ({ text, kind }));
}
