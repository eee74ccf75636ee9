import { createHash } from 'node:crypto';
import {
  type ArticleFile,
  findNamesakes,
  listArticleFiles,
  type Problem,
  readArticleBytes,
} from '../articles/articles-folder.js';
import { readArticle } from '../articles/read-article.js';
import { UserError } from '../user-error.js';
import { archiveArticle } from './archive-article.js';
import type { ArchivedArticle } from './passage.js';
import type { FileRecord } from './snapshot.js';

/** A change this soon after the one before may not show in a file's time: some file systems keep it in seconds. */
const FRESH_MS = 2_000;

/** What follows the folders. */
export interface ArticleTarget {
  /** Adds an article; one of the same id is replaced. */
  put(article: ArchivedArticle): Promise<void>;
  remove(articleId: string): Promise<void>;
  /**
   * Resolves when all that was put or removed is kept; absent where it is at once.
   * @returns the articles that cannot be kept, each with why
   * @throws UserError when nothing can be kept just now
   */
  written?(): Promise<ReadonlyMap<string, UserError>>;
}

/** A file and the folder that its path starts from. */
export interface FoundFile extends ArticleFile {
  readonly folder: string;
}

/**
 * Lists the files of several folders. One in an earlier folder stands for those of the same path in later ones.
 * @throws UserError when one of the folders cannot be read
 */
export async function listFiles(folders: readonly string[]): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const folder of folders) {
    for (const file of await listArticleFiles(folder)) {
      if (!found.has(file.file)) found.set(file.file, { ...file, folder });
    }
  }
  return [...found.values()].sort(byFile);
}

/**
 * Brings an archive up to date with its folders: the articles of new and changed files are put into it, those of
 * missing and broken files are taken out.
 * @param files those that the folders hold now
 * @param known those whose articles the archive holds already
 * @param onProgress called after each file that had to be read, with how many there are to read
 * @returns the files whose articles the archive holds now, and what is wrong with the others
 */
export async function followFolders(
  archive: ArticleTarget,
  files: readonly FoundFile[],
  known: readonly FileRecord[],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<{ records: FileRecord[]; problems: Problem[] }> {
  const namesakes = findNamesakes(files.map(({ file }) => file));
  const problems = [...namesakes].map(([file, error]): Problem => ({ file, error }));
  const wanted = files.filter(({ file }) => !namesakes.has(file));
  const recordOf = new Map(known.map((record) => [record.file, record]));
  const drop = async ({ file, article }: FileRecord) => {
    await archive.remove(article);
    recordOf.delete(file);
  };

  // First of all, because a new file may bring another article of the same id.
  const present = new Set(wanted.map(({ file }) => file));
  for (const record of known) if (!present.has(record.file)) await drop(record);

  const unsure = wanted.filter((file) => !looksUntouched(file, recordOf.get(file.file)));
  for (const [position, file] of unsure.entries()) {
    const record = recordOf.get(file.file);
    try {
      recordOf.set(file.file, await takeIn(archive, file, record));
    } catch (error) {
      problems.push({ file: file.file, error: asUserError(error, file.file) });
      if (record !== undefined) await drop(record);
    }
    onProgress(position + 1, unsure.length);
  }
  return { records: wanted.flatMap(({ file }) => recordOf.get(file) ?? []), problems: problems.sort(byFile) };
}

function looksUntouched(file: ArticleFile, record: FileRecord | undefined): boolean {
  return file.bytes === record?.bytes && file.modified === record.modified;
}

/**
 * Puts a file's article into the archive, unless it is there already, word for word.
 * @throws UserError when it cannot be read
 */
export async function takeIn(
  archive: ArticleTarget,
  { folder, file, bytes, modified }: FoundFile,
  record: FileRecord | undefined,
): Promise<FileRecord> {
  const isFresh = Date.now() - modified < FRESH_MS;
  const content = await readArticleBytes(folder, file);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const stamp = { file, bytes, modified: isFresh ? null : modified, sha256 };
  if (record?.sha256 === sha256) return { ...stamp, article: record.article };
  const article = archiveArticle(readArticle(file, content));
  await archive.put(article);
  return { ...stamp, article: article.id };
}

/** A fault of ours in one article must not keep the others out. */
function asUserError(error: unknown, file: string): UserError {
  if (error instanceof UserError) return error;
  return new UserError('article-unreadable', `${file} could not be archived (${String(error)}).`, null, {
    cause: error,
  });
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : 1;
}
