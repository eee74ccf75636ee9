import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../user-error.js';
import { articleId, MOST_BYTES, tooLarge } from './read-article.js';

/** A file of the articles folder, unread. */
export interface ArticleFile {
  /** Relative to the folder, with forward slashes on every system. */
  readonly file: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A file that gives no article, and why. */
export interface Problem {
  readonly file: string;
  readonly error: UserError;
}

/** How many files are asked for at once. */
const CONCURRENT = 16;

/**
 * Lists the files of a folder and its subfolders, sorted by path. Hidden files and folders and every `README.md` are
 * left out.
 * @throws UserError when the folder cannot be read
 */
export async function listArticleFiles(folder: string): Promise<ArticleFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    const [message, hint] = folderFault(folder, errorCode(cause));
    throw new UserError('articles-folder', message, hint, { cause });
  });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !/(?:^|\/)\./.test(file) && !/(?:^|\/)readme\.md$/i.test(file))
    .sort();
  const found: ArticleFile[] = [];
  for (let first = 0; first < files.length; first += CONCURRENT) {
    found.push(
      ...(await Promise.all(files.slice(first, first + CONCURRENT).map((file) => measure(folder, file)))),
    );
  }
  return found;
}

function folderFault(folder: string, code: string): [message: string, hint: string] {
  if (code === 'ENOENT') {
    return [`There is no articles folder ${folder}.`, 'Create it, or correct ARTICLES_FOLDER.'];
  }
  if (code === 'ENOTDIR') {
    return [`${folder} is no folder.`, 'Name the folder of the articles in ARTICLES_FOLDER.'];
  }
  return [`The articles folder ${folder} cannot be read (${code}).`, 'Check its permissions.'];
}

async function measure(folder: string, file: string): Promise<ArticleFile> {
  // A link that leads nowhere, or a file that vanished: reading it will say so.
  const { size, mtimeMs } = await stat(path.join(folder, file)).catch(() => ({ size: 0, mtimeMs: 0 }));
  return { file, bytes: size, modified: mtimeMs };
}

/**
 * Reads the bytes of one file of a folder, for `readArticle`.
 * @throws UserError that names the file and says why it cannot be read
 */
export async function readArticleBytes(folder: string, file: string): Promise<Uint8Array> {
  const place = path.join(folder, file);
  try {
    const found = await stat(place);
    if (!found.isFile()) throw new UserError('article-unreadable', `${file} is not a file.`);
    if (found.size > MOST_BYTES) throw tooLarge(file, found.size);
    return await readFile(place);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      'article-unreadable',
      `${file} cannot be read (${errorCode(cause)}).`,
      errorCode(cause) === 'ENOENT'
        ? 'Nothing is there: is it a link to a file that has gone?'
        : 'Check its permissions.',
      { cause },
    );
  }
}

/** Files that differ from an earlier one only in their ending: both would have the same id. */
export function findNamesakes(files: readonly string[]): Map<string, UserError> {
  const holders = new Map<string, string>();
  const problems = new Map<string, UserError>();
  for (const file of files) {
    const id = articleId(file);
    const holder = holders.get(id);
    if (holder === undefined) holders.set(id, file);
    else {
      problems.set(
        file,
        new UserError(
          'article-namesake',
          `${file} has the same name as ${holder}.`,
          'Rename one of the two.',
        ),
      );
    }
  }
  return problems;
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
