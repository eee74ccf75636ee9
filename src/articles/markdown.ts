import { Marked } from 'marked';
import { splitSentences } from '../text/sentences.js';
import { type Block, toBlocks } from './block.js';
import { htmlBlocks } from './html-blocks.js';

const marked = new Marked({ gfm: true });

/** The parser's time can grow with the square of a paragraph. None is as long as this: such a line is made several. */
const LONGEST_LINE = 20_000;
/** Of at most so many characters each. */
const LONGEST_PART = 2_000;

/** An encoded picture and the like. What stands around it stays, so that it is still read as a picture. */
const NO_PROSE = new RegExp(`(?<![^\\s()<>[\\]"'])[^\\s()<>[\\]"']{${LONGEST_PART},}`, 'g');

/**
 * Paragraphs and nothing else, as most articles are: no character that means something to Markdown or HTML, no line that begins
 * as one of a list, a rule or a block of code. These need no parser.
 */
const PLAIN = /^(?:(?! |-|\d{1,9}[.)](?:\s|$))[^\\`*_{}[\]<>#+|~&=\p{Cc}]*(?:\n|$))*$/u;

/** The blocks of a Markdown text: its words without their markup. Goes through HTML, so that both are read alike. */
export function markdownBlocks(markdown: string): Block[] {
  const text = markdown
    .split('\n')
    .map((line) => (line.length > LONGEST_LINE ? [...partsOf(line)].join('\n\n') : line))
    .join('\n');
  if (PLAIN.test(text)) return toBlocks(text.split('\n\n'));
  return htmlBlocks(marked.parse(text, { async: false }));
}

/** Cut between sentences, else between words. */
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
