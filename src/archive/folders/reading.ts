import { createHash } from 'node:crypto';
import { readArticleBytes, readArticleBytesNow } from '../../articles/articles-folder.js';
import { readArticleFile } from '../../articles/read-article.js';
import { refuseForeign } from '../../articles/refuse-foreign.js';
import { UserError } from '../../user-error.js';
import { archiveArticle } from '../archive-article.js';
import { type PreparedArticle, prepareArticle } from '../prepared-article.js';
import type { Vocabulary } from '../vocabulary.js';

/** A file to read. */
export interface FileToRead {
  readonly folder: string;
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  /** Hash of the content that is known already; null if none is. */
  readonly known: string | null;
  /** Whether articles in other languages than English are taken in. */
  readonly anyLanguage: boolean;
}

/** What was read of a file. */
export interface FileReading {
  readonly sha256: string;
  /** Null when the content is the known one. */
  readonly article: PreparedArticle | null;
  /** What of the file was not used or is doubtful, for whoever put it there. */
  readonly notes: readonly string[];
}

/**
 * Reads an article's file and does all the slow work on it: reading, cleaning, splitting and analysing.
 * @param vocabulary that of the files read together with it
 * @throws UserError that names the file and says what is wrong with it
 */
export async function readFileOf(file: FileToRead, vocabulary?: Vocabulary): Promise<FileReading> {
  return readContent(file, await readArticleBytes(file.folder, file.file), vocabulary);
}

/** Does the same without waiting for the drive, see `readArticleBytesNow`. */
export async function readFileNow(file: FileToRead, vocabulary?: Vocabulary): Promise<FileReading> {
  return readContent(file, readArticleBytesNow(file.folder, file.file), vocabulary);
}

/** Does the same with the bytes of the file. */
export async function readContent(
  { file, known, anyLanguage }: FileToRead,
  content: Uint8Array,
  vocabulary?: Vocabulary,
): Promise<FileReading> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 === known) return { sha256, article: null, notes: [] };
  try {
    const { article, notes } = readArticleFile(file, content);
    if (!anyLanguage) await refuseForeign(article, file);
    return { sha256, article: prepareArticle(archiveArticle(article), vocabulary), notes };
  } catch (error) {
    if (error instanceof UserError) throw error;
    // A fault of ours with one article must not keep the others out.
    throw new UserError('article-unreadable', `${file} could not be archived (${String(error)}).`, null, {
      cause: error,
    });
  }
}
