/**
 * Invisible characters, and characters that change the writing direction of their surroundings. Joiners stay:
 * Persian and emoji need them.
 */
const INVISIBLE = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** Characters with a meaning anywhere in Discord's Markdown: styles, links, mentions, timestamps, emoji. */
const MARKUP = /[\\*_~|`[\]<>@]/g;

/** Characters with a meaning at the start of a line: a heading, a list, small text. */
const OPENING = /^([#+-])|^(\d+)([.)])/;

/** Returns a text without invisible characters, its words separated by single spaces. */
export function visible(text: string): string {
  return text
    .replace(INVISIBLE, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Escapes text from an article or a question, so that it appears as it is in one line of Discord's Markdown.
 * discord.js has `escapeMarkdown`, but that looks at pairs: it leaves a lone `](` or half of a `**` alone,
 * which join up again when pieces of text are put side by side.
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(MARKUP, '\\$&')
    .replace(OPENING, (_, mark?: string, digits?: string, point?: string) =>
      mark ? `\\${mark}` : `${digits}\\${point}`,
    );
}

/** Returns whether a visible text has no meaning in Markdown, so that it can be the text of a link. */
export function isPlain(text: string): boolean {
  return text !== '' && escaped(text) === text && !text.includes('://');
}

/** Escapes a text and sets one part of it in bold. */
export function escapedWithBold(text: string, bold: readonly [number, number] | null): string {
  if (bold === null) return escaped(text);
  const [before, marked, after] = [text.slice(0, bold[0]), text.slice(...bold), text.slice(bold[1])];
  if (visible(marked) === '') return escaped(text);
  const gap = (left: string, right: string): string => (/\s$/.test(left) || /^\s/.test(right) ? ' ' : '');
  const pieces = [
    escaped(before),
    gap(before, marked),
    `**${escaped(marked)}**`,
    gap(marked, after),
    escaped(after),
  ];
  return pieces.join('').trim();
}

/** Returns the visible text that `escaped` was called with. */
export function unescaped(markdown: string): string {
  return markdown.replace(/\\([^A-Za-z0-9\s])/g, '$1');
}
