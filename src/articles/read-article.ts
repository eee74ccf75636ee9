import path from 'node:path';
import { UserError } from '../user-error.js';
import type { Article } from './article.js';
import { articleId } from './article-id.js';
import { MOST_BYTES, tooLarge } from './article-size.js';
import { composeArticle, type Draft } from './compose.js';
import { decode } from './encoding/decode.js';
import { splitFrontMatter } from './front-matter.js';
import { readHtml } from './html.js';
import { markdownBlocks } from './markdown.js';
import { refuseOtherFormats } from './other-formats.js';
import { plainTextBlocks } from './plain-text.js';

/** The readers, by the ending of the file's name. */
const READERS: Readonly<Record<string, (bytes: Uint8Array, file: string) => Draft>> = {
  '.txt': (bytes, file) => readMarkedUp(bytes, file, plainTextBlocks),
  '.md': (bytes, file) => readMarkedUp(bytes, file, markdownBlocks),
  '.markdown': (bytes, file) => readMarkedUp(bytes, file, markdownBlocks),
  '.html': readPage,
  '.htm': readPage,
};

/** An article, and what of its file was not used or is doubtful, for whoever put it there. */
export interface ReadArticle {
  readonly article: Article;
  /** Sentences that name the file. */
  readonly notes: readonly string[];
}

/**
 * Reads one article file.
 * @param file its path relative to the articles folder, with forward slashes; without its ending it is the article's id
 * @throws UserError that names the file and says what is wrong with it
 */
export function readArticle(file: string, bytes: Uint8Array): Article {
  return readArticleFile(file, bytes).article;
}

/** Does the same, and says what was not used. */
export function readArticleFile(file: string, bytes: Uint8Array): ReadArticle {
  const draft = readDraft(file, bytes);
  const article = composeArticle(draft, { id: articleId(file), file });
  if (article.paragraphs.length === 0) {
    const why =
      article.removed.length > 0 ? 'holds no story, only headers, captions and the like' : 'is empty';
    throw new UserError(
      'article-empty',
      `${file} ${why}.`,
      'Put the text of the article in it, or remove it.',
    );
  }
  return { article, notes: draft.notes ?? [] };
}

/**
 * Reads one article file, but does not clean it.
 * @throws UserError that names the file and says what is wrong with it
 */
export function readDraft(file: string, bytes: Uint8Array): Draft {
  refuseOtherFormats(file, bytes);
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
  const { text, encoding, isDetected } = decode(bytes, file);
  const { metadata, body, notes } = splitFrontMatter(text, file);
  const guess =
    isDetected && encoding !== 'utf-8'
      ? [`${file} is not in UTF-8: it is read as ${encoding}. If letters are wrong, save it as UTF-8.`]
      : [];
  return { metadata, blocks: blocksOf(body), notes: [...guess, ...notes] };
}

function readPage(bytes: Uint8Array, file: string): Draft {
  return readHtml(decode(bytes, file, { declaring: 'page' }).text);
}
