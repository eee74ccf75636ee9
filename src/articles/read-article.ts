import path from 'node:path';
import { UserError } from '../user-error.js';
import type { Article } from './article.js';
import { composeArticle, type Draft } from './compose.js';
import { decode } from './decode.js';
import { splitFrontMatter } from './front-matter.js';
import { readHtml } from './html.js';
import { markdownBlocks } from './markdown.js';
import { plainTextBlocks } from './plain-text.js';

/** Larger files are no articles. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** The readers, by the ending of the file's name. */
const READERS: Readonly<Record<string, (bytes: Uint8Array, file: string) => Draft>> = {
  '.txt': (bytes, file) => readMarkedUp(bytes, file, plainTextBlocks),
  '.md': (bytes, file) => readMarkedUp(bytes, file, markdownBlocks),
  '.markdown': (bytes, file) => readMarkedUp(bytes, file, markdownBlocks),
  '.html': readPage,
  '.htm': readPage,
};

/**
 * Reads one article file.
 * @param file its path relative to the articles folder, with forward slashes; without its ending it is the article's id
 * @throws UserError that names the file and says what is wrong with it
 */
export function readArticle(file: string, bytes: Uint8Array): Article {
  const article = composeArticle(readDraft(file, bytes), { id: articleId(file), file });
  if (article.paragraphs.length === 0) {
    const why =
      article.removed.length > 0 ? 'holds no story, only headers, captions and the like' : 'is empty';
    throw new UserError(
      'article-empty',
      `${file} ${why}.`,
      'Put the text of the article in it, or remove it.',
    );
  }
  return article;
}

/**
 * Reads one article file, but does not clean it.
 * @throws UserError that names the file and says what is wrong with it
 */
export function readDraft(file: string, bytes: Uint8Array): Draft {
  const ending = path.posix.extname(file).toLowerCase();
  const reader = READERS[ending];
  if (!reader) {
    throw new UserError(
      'article-kind',
      `${file} is no kind of file that can be read.`,
      `Articles are files that end in ${Object.keys(READERS).join(', ')}.`,
    );
  }
  if (bytes.length > MOST_BYTES) throw tooLarge(file, bytes.length);
  return draftOf(reader, bytes, file);
}

/**
 * Returns the id of an article: its path without the ending, so that files in different folders cannot
 * collide.
 */
export function articleId(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length).normalize('NFC');
}

export function tooLarge(file: string, bytes: number): UserError {
  const size = Math.ceil(bytes / 1024 / 1024);
  return new UserError(
    'article-too-large',
    `${file} is too large for an article (${size} MB; ${MOST_BYTES / 1024 / 1024} MB at most).`,
    'Split it, or take it out of the folder.',
  );
}

function draftOf(reader: (bytes: Uint8Array, file: string) => Draft, bytes: Uint8Array, file: string): Draft {
  try {
    return reader(bytes, file);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    // Third-party parsers may give up on what they were not made for: a million elements, a thousand levels.
    throw new UserError('article-unreadable', `${file} cannot be read: ${reasonOf(cause)}.`, null, { cause });
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof RangeError)) return 'its markup is broken or too large';
  return cause.message.startsWith('Maximum call stack') ? 'its markup is nested too deeply' : cause.message;
}

function readMarkedUp(bytes: Uint8Array, file: string, blocksOf: (text: string) => Draft['blocks']): Draft {
  const { metadata, body } = splitFrontMatter(decode(bytes, file), file);
  return { metadata, blocks: blocksOf(body) };
}

function readPage(bytes: Uint8Array, file: string): Draft {
  return readHtml(decode(bytes, file, declaredEncoding(bytes)));
}

/** Finds the encoding that a web page declares; undefined if it declares none. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}
