import { Marked } from 'marked';
import { splitSentences } from '../text/sentences.js';
import { type Block, toBlocks } from './block.js';
import { htmlBlocks } from './html-blocks.js';

const marked = new Marked({ gfm: true });

/**
 * The parser's time can grow with the square of a paragraph's length. No real paragraph is as long as this,
 * so such a line is split.
 */
const LONGEST_LINE = 20_000;
/** The maximum length of each part. */
const LONGEST_PART = 2_000;

/** Encoded pictures and the like. The text around one stays, so that it is still parsed as a picture. */
const NO_PROSE = new RegExp(`(?<![^\\s()<>[\\]"'])[^\\s()<>[\\]"']{${LONGEST_PART},}`, 'g');

/**
 * What may mean something in Markdown or HTML: a special character, except where it stands in running text as in "AT&T",
 * "[sic]" or "a_b", or a line that begins like a list, a heading, a rule or a block of code. Without any of it, as in most
 * articles, a text is plain paragraphs and needs no parser.
 */
const MARKUP =
  /[\\`*{}<>|~]|(?!\n)\p{Cc}|&(?=#?\w+;)|(?<![a-zA-Z0-9])_|_(?![a-zA-Z0-9])|\][(:[]|^(?:[ +#=-]|\d{1,9}[.)](?:\s|$))/mu;

/** The line between a table's heads and its rows, also within a list or a quotation. */
const TABLE_RULE = /^[\s>*+\-\d.)|:]*$/;
const MOST_CELLS = 100_000;

/**
 * Splits a Markdown text into blocks, without the mark-up. It goes through HTML, so that both are read alike.
 */
export function markdownBlocks(markdown: string): Block[] {
  const text = markdown.length > LONGEST_LINE ? withShortLines(markdown) : markdown;
  if (!MARKUP.test(text)) return toBlocks(text.split('\n\n'));
  refuseHugeTables(text);
  return htmlBlocks(marked.parse(text, { async: false }));
}

function withShortLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line.length > LONGEST_LINE ? [...partsOf(line)].join('\n\n') : line))
    .join('\n');
}

/**
 * The parser fills each row up to the width of the table: in a few kilobytes, a wide and long one has millions of
 * cells.
 * @throws RangeError
 */
function refuseHugeTables(text: string): void {
  let [columns, cells] = [0, 0];
  for (const line of text.split('\n')) {
    if (line.trim() === '') columns = 0;
    else if (TABLE_RULE.test(line)) columns = Math.max(columns, line.split('|').length - 1);
    cells += columns;
    if (cells > MOST_CELLS) throw new RangeError(`its tables have more than ${MOST_CELLS} cells`);
  }
}

/** Splits a line between sentences, else between words. */
function* partsOf(line: string): Generator<string> {
  let rest = line.replace(NO_PROSE, '').trim();
  while (rest.length > LONGEST_PART) {
    const start = rest.slice(0, LONGEST_PART);
    const end = splitSentences(start).at(-1)?.start || start.lastIndexOf(' ') + 1 || LONGEST_PART;
    yield rest.slice(0, end);
    rest = rest.slice(end).trimStart();
  }
  yield rest;
}
