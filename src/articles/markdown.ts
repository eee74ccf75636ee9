import { Marked } from 'marked';
import { type Block, toBlocks } from './block.js';
import { htmlBlocks } from './html-blocks.js';

const marked = new Marked({ gfm: true });

/** The parser's time grows with the square of a line; no paragraph is as long as this. */
const LONGEST_LINE = 20_000;

/**
 * Paragraphs and nothing else, as most articles are: no character that means something to Markdown or HTML, no line that begins
 * as one of a list, a rule or a block of code. These need no parser.
 */
const PLAIN = /^(?:(?! |-|\d{1,9}[.)](?:\s|$))[^\\`*_{}[\]<>#+|~&=\p{Cc}]*(?:\n|$))*$/u;

/**
 * The blocks of a Markdown text: its words without their markup. Goes through HTML, so that both are read alike.
 * @throws when a line is longer than any paragraph
 */
export function markdownBlocks(markdown: string): Block[] {
  if (markdown.split('\n').some((line) => line.length > LONGEST_LINE)) {
    throw new RangeError(`a line has more than ${LONGEST_LINE} characters`);
  }
  if (PLAIN.test(markdown)) return toBlocks(markdown.split('\n\n'));
  return htmlBlocks(marked.parse(markdown, { async: false }));
}
