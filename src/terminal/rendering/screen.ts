import { styleText } from 'node:util';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import wrapAnsi from 'wrap-ansi';

/** What the place that text is written to can show. */
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

/** Colour only on a terminal, unless FORCE_COLOR or NO_COLOR says otherwise; links only where the terminal is known to show them. */
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

/** Text that opens `url` when it is clicked; the text alone where that cannot be shown. */
export function linked(text: string, url: string | null, screen: Screen): string {
  return screen.links && url !== null ? `\u001B]8;;${url}\u0007${text}\u001B]8;;\u0007` : text;
}

/** A space at which no line ends; `wrapped` makes it an ordinary one in the end. */
export const HARD_SPACE = '\u00A0';

/** Wraps styled text at the screen's width; lines after the first are set in by `indent` columns, the first by `first`. */
export function wrapped(text: string, screen: Screen, indent = '', first = indent): string {
  const columns = Math.max(screen.width - indent.length, 10);
  const lines = wrapAnsi(text, columns, { hard: true }).replaceAll(HARD_SPACE, ' ');
  return first + lines.replaceAll('\n', `\n${indent}`);
}
