import { styleText } from 'node:util';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import wrapAnsi from 'wrap-ansi';

/** What the output can show. */
export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
  readonly links: boolean;
}

type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Wider lines than this are tiring to read. */
const WIDEST = 100;
const USUAL = 80;

/**
 * Returns what a stream can show. It has colour only if it is a terminal, unless FORCE_COLOR or NO_COLOR says
 * otherwise, and links only if the terminal is known to support them.
 */
export function screenOf(stream: Stream): Screen {
  const colour = styleText('bold', 'x', { stream }) !== 'x';
  return {
    width: Math.min(stream.columns || USUAL, WIDEST),
    colour,
    links: colour && stream.isTTY === true && createSupportsHyperlinks({ isTTY: true }),
  };
}

type Style = Parameters<typeof styleText>[0];

export function styled(style: Style, text: string, screen: Screen): string {
  return screen.colour ? styleText(style, text, { validateStream: false }) : text;
}

/** Returns text that opens `url` on a click, or the plain text if the terminal cannot show links. */
export function linked(text: string, url: string | null, screen: Screen): string {
  return screen.links && url !== null ? `\u001B]8;;${url}\u0007${text}\u001B]8;;\u0007` : text;
}

/** A space at which no line breaks. `wrapped` turns it into an ordinary one at the end. */
export const HARD_SPACE = '\u00A0';

/** What takes one column, as ASCII does, and is common in news; "~" stands for each of these while lines are broken. */
const NARROW = /[~\u00A0-\u00AC\u00AE-\u00FF–—‘’“”…•€→]/g;

/** Wraps styled text at the screen's width. Indents the first line by `first` and all others by `indent`. */
export function wrapped(text: string, screen: Screen, indent = '', first = indent): string {
  const columns = Math.max(screen.width - indent.length, 10);
  const lines = brokenLines(text, columns).replaceAll(HARD_SPACE, ' ');
  return first + lines.replaceAll('\n', `\n${indent}`);
}

/**
 * Breaks text into lines of so many columns. wrap-ansi loads the tables of Unicode for the first character beyond ASCII,
 * which takes as long as an answer, so that plain text is broken with ASCII in place of its quotation marks and dashes.
 */
function brokenLines(text: string, columns: number): string {
  const plain = text.replace(NARROW, '~');
  // A hard space at the start of a line is dropped, as other spaces are.
  if (!/^[\n -~]*$/.test(plain) || /(?:^|[ \n])\u00A0/.test(text))
    return wrapAnsi(text, columns, { hard: true });
  const narrow = (text.match(NARROW) ?? []).values();
  return wrapAnsi(plain, columns, { hard: true }).replaceAll('~', () => narrow.next().value ?? '~');
}
