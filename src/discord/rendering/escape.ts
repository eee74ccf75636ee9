/**
 * Characters that turn the direction of writing of what stands around them, and ones nobody sees.
 * Joiners stay: Persian and emoji need them.
 */
const INVISIBLE = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** What Discord's Markdown gives a meaning to, wherever it stands: styles, links, mentions, timestamps, emoji. */
const MARKUP = /[\\*_~|`[\]<>@]/g;

/** What it gives a meaning to at the start of a line: a heading, a list, small text. */
const OPENING = /^([#+-])|^(\d+)([.)])/;

/** The words of a text with single spaces between them, and without what cannot be seen. */
export function visible(text: string): string {
  return text
    .replace(INVISIBLE, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Text from an article or a question, made to show as it is in one line of Discord's Markdown.
 * discord.js has `escapeMarkdown`, but that looks at pairs: it leaves a lone `](` or half of a `**` alone, which come
 * together again when pieces of text are put side by side.
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(MARKUP, '\\$&')
    .replace(OPENING, (_, mark?: string, digits?: string, point?: string) =>
      mark ? `\\${mark}` : `${digits}\\${point}`,
    );
}

/** The same with one part of it bold. */
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

/** The visible text that `escaped` was given. */
export function unescaped(markdown: string): string {
  return markdown.replace(/\\([^A-Za-z0-9\s])/g, '$1');
}
