import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { type Block, ROW_CLASS } from '../articles/block.js';
import type { Metadata } from '../articles/compose.js';

/**
 * Files are written as Markdown whose paragraphs are HTML. This keeps the kind of each block, and nothing in
 * a text is taken for mark-up.
 */
const TAGS: Readonly<Record<Block['kind'], readonly [open: string, close: string]>> = {
  text: ['<p>', '</p>'],
  heading: ['<h2>', '</h2>'],
  caption: ['<figcaption>', '</figcaption>'],
  'embedded post': ['<blockquote class="twitter-tweet">', '</blockquote>'],
  row: [`<p class="${ROW_CLASS}">`, '</p>'],
};

/** Lines are wrapped at about this many characters, as Markdown readers are slow with very long ones. */
const LINE = 120;
const LONG = new RegExp(`(.{${LINE}}[^ ]*)( |$)`, 'g');

/** Makes the body of an article's file: its blocks as they arrived, before any cleaning. */
export function articleBody(blocks: readonly Block[]): string {
  return blocks
    .map(({ text, kind }) => {
      const [open, close] = TAGS[kind];
      return `${wrapped(open + escaped(text) + close)}\n`;
    })
    .join('\n');
}

/**
 * Makes the content of an article's file: front matter and body.
 * @param sha hash of the text, see `Fingerprint`; it also marks the file as ours to change
 */
export function articleFile(metadata: Metadata, sha: string, body: string): string {
  const known = Object.entries({ ...metadata, sha }).filter(([, value]) => value !== null);
  // Quoted, so that nothing in a title can be taken for YAML, or for the end of the front matter.
  const yaml = stringify(Object.fromEntries(known), {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  return `---\n${yaml}---\n${body}`;
}

/** Longest readable part of a file's name, in characters. */
const SLUG = 40;

/**
 * Makes the path of an article's file: a folder for each month, then a name from the title and a hash of the
 * key. Uses only ASCII letters, digits and hyphens, so that no title can lead out of the folder, whatever the
 * file system.
 * @param key what identifies the article: its address or its text
 * @example "2020-01/mourners-fill-the-streets-of-baghdad-0a1b2c3d4e.md"
 */
export function articlePath(title: string | null, date: string, key: string): string {
  const plain = (title ?? '').normalize('NFKD').toLowerCase();
  const slug = plain
    .replace(/['’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG)
    .replace(/^-+|(?<!-)-+$/g, '');
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 10);
  return `${date.slice(0, 7)}/${slug || 'article'}-${hash}.md`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function wrapped(line: string): string {
  // Ends at a space or with the line, so that nothing is looked at twice.
  return line.replace(LONG, (_, words: string, end: string) => words + end.replace(' ', '\n'));
}
