import { closeSync, type Dirent, fstatSync, readSync } from 'node:fs';
import { type FileHandle, lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { inTime, TooLate } from '../in-time.js';
import { UserError } from '../user-error.js';
import { articleId } from './article-id.js';
import { MOST_BYTES, tooLarge } from './article-size.js';
import { openRegularFile, openRegularFileNow, placeBelow } from './regular-file.js';

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

/** Errors of a process that has as many files open as it may. */
const OUT_OF_FILES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

/** Errors that say nothing about a file: it may be there the next time. */
const PASSING: ReadonlySet<string> = new Set([
  ...OUT_OF_FILES,
  'EAGAIN',
  'EBUSY',
  'EIO',
  'ENOMEM',
  'ENOTCONN',
  'ESTALE',
  'ETIMEDOUT',
]);

/** The number of files to look up at once. */
const CONCURRENT = 16;

/**
 * Lists the files of a folder and its subfolders, sorted by path. Hidden files and folders and every `README.md` are
 * left out; links to folders are not followed.
 * @throws UserError when the folder cannot be read
 */
export async function listArticleFiles(folder: string): Promise<ArticleFile[]> {
  const files = await filesBelow(folder, '').catch((cause: unknown) => {
    throw folderUnreadable(folder, cause);
  });
  files.sort();
  const found: ArticleFile[] = [];
  for (let first = 0; first < files.length; first += CONCURRENT) {
    found.push(
      ...(await Promise.all(files.slice(first, first + CONCURRENT).map((file) => measure(folder, file)))),
    );
  }
  return found;
}

/**
 * Looks whether a folder is there.
 * @throws UserError when it cannot be read
 */
export async function checkArticlesFolder(folder: string): Promise<void> {
  await inTime(() => readdir(folder)).catch((cause: unknown) => {
    throw folderUnreadable(folder, cause);
  });
}

function folderUnreadable(folder: string, cause: unknown): UserError {
  const [message, hint] = folderFault(folder, errorCode(cause));
  return new UserError('articles-folder', message, hint, { cause });
}

/** @param inside a folder below the first, with a slash at its end; empty for the first itself */
async function filesBelow(folder: string, inside: string): Promise<string[]> {
  const entries: Dirent[] = await inTime(() => readdir(path.join(folder, inside), { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const file = inside + entry.name;
    if (entry.isDirectory()) files.push(...(await filesBelow(folder, `${file}/`)));
    else if (!/^readme\.md$/i.test(entry.name)) files.push(file);
  }
  return files;
}

function folderFault(folder: string, code: string): [message: string, hint: string] {
  if (code === 'ENOENT') {
    return [`There is no articles folder ${folder}.`, 'Create it, or correct ARTICLES_FOLDER.'];
  }
  if (code === 'ENOTDIR') {
    return [`${folder} is no folder.`, 'Name the folder of the articles in ARTICLES_FOLDER.'];
  }
  if (code === TOO_LATE) {
    return [`The articles folder ${folder} does not answer.`, 'Is it on a drive that has gone?'];
  }
  if (OUT_OF_FILES.has(code)) {
    return [
      `The articles folder ${folder} cannot be read: too many files are open.`,
      'Raise the limit on open files (ulimit -n, LimitNOFILE); 1024 are enough.',
    ];
  }
  return [`The articles folder ${folder} cannot be read (${code}).`, 'Check its permissions.'];
}

async function measure(folder: string, file: string): Promise<ArticleFile> {
  // Errors are ignored here: a link that leads nowhere or out of the folder, a file that vanished and a drive
  // that hangs are reported when the file is read.
  const found = inTime(async () => {
    const entry = await lstat(path.join(folder, file));
    return entry.isSymbolicLink() ? stat(await placeBelow(folder, file)) : entry;
  });
  const { size, mtimeMs } = await found.catch(() => ({ size: 0, mtimeMs: 0 }));
  return { file, bytes: size, modified: mtimeMs };
}

/**
 * Reads the bytes of one file of a folder, for `readArticle`.
 * @throws UserError that names the file and says why it cannot be read; `article-late` when its drive does not answer
 */
export async function readArticleBytes(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await inTime(async () => {
      const handle = await openRegularFile(folder, file);
      try {
        return await readWhole(handle, file);
      } finally {
        await handle.close();
      }
    });
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/**
 * Does the same at once: for a thread in which nothing else waits, and a drive that has just answered. One that does not
 * answer any more holds up the thread.
 */
export function readArticleBytesNow(folder: string, file: string): Uint8Array {
  try {
    const descriptor = openRegularFileNow(folder, file);
    try {
      return readWholeNow(descriptor, file);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Explains why a file cannot be read, for whoever put it there. */
export function unreadable(file: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  if (cause instanceof TooLate) {
    return new UserError(
      'article-late',
      `${file} cannot be read: its drive does not answer.`,
      'It is read when the drive is there again.',
      { cause },
    );
  }
  if (PASSING.has(errorCode(cause))) {
    return new UserError(
      'article-late',
      `${file} cannot be read just now (${errorCode(cause)}).`,
      OUT_OF_FILES.has(errorCode(cause))
        ? 'Too many files are open: raise the limit (ulimit -n, LimitNOFILE); 1024 are enough.'
        : 'It is read when its drive delivers it.',
      { cause },
    );
  }
  return new UserError(
    'article-unreadable',
    `${file} cannot be read (${errorCode(cause)}).`,
    errorCode(cause) === 'ENOENT'
      ? 'Nothing is there: is it a link to a file that has gone?'
      : 'Check its permissions.',
    { cause },
  );
}

/** Reads as many bytes as the file's size: some files that the system makes up (in /proc) have no end. */
async function readWhole(handle: FileHandle, file: string): Promise<Uint8Array> {
  const { size } = await handle.stat();
  if (size > MOST_BYTES) throw tooLarge(file, size);
  const bytes = Buffer.alloc(size);
  let done = 0;
  while (done < size) {
    const { bytesRead } = await handle.read(bytes, done, size - done, done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function readWholeNow(descriptor: number, file: string): Uint8Array {
  const { size } = fstatSync(descriptor);
  if (size > MOST_BYTES) throw tooLarge(file, size);
  const bytes = Buffer.alloc(size);
  let done = 0;
  while (done < size) {
    const count = readSync(descriptor, bytes, done, size - done, done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

/**
 * Finds files that differ from an earlier one only in their ending: both would have the same id.
 * @returns an error for each later file
 */
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

const TOO_LATE = 'too late';

function errorCode(cause: unknown): string {
  if (cause instanceof TooLate) return TOO_LATE;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
