/** One block of a source as a reader finds it, before cleaning. */
export interface Block {
  /** With folded white space; never empty. */
  readonly text: string;
  /** What the source marks it as; plain text marks nothing, so all of its blocks are `text`. */
  readonly kind: 'text' | 'heading' | 'caption' | 'embedded post';
}

/** Characters that show nothing: zero-width space, word joiner, byte order mark, soft hyphen, control characters. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]|(?!\s)\p{Cc}/gu;

/** Every run of white space (no-break and thin spaces too) becomes one space; what cannot be seen goes. */
export function foldWhiteSpace(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Makes blocks of texts; the empty ones fall away. */
export function toBlocks(texts: Iterable<string>, kind: Block['kind'] = 'text'): Block[] {
  return Array.from(texts, foldWhiteSpace)
    .filter((text) => text !== '')
    .map((text) => ({ text, kind }));
}
