import { setImmediate as nextTurn } from 'node:timers/promises';
import { articleId } from '../../articles/article-id.js';
import {
  type ArticleFile,
  checkArticlesFolder,
  findNamesakes,
  listArticleFiles,
  type Problem,
} from '../../articles/articles-folder.js';
import { UserError } from '../../user-error.js';
import { unpackArticle } from '../packed-article.js';
import type { ArchivedArticle } from '../passage.js';
import type { PreparedArticle } from '../prepared-article.js';
import type { FileReading } from './reading.js';
import { readAll, readOne } from './reading-threads.js';
import type { FileRecord } from './snapshot.js';

/**
 * A change this soon after the last one may not show in a file's time, as some file systems keep it in
 * seconds.
 */
const FRESH_MS = 2_000;

/** An archive that can be kept in step with folders. */
export interface ArticleTarget {
  /** Adds an article; one of the same id is replaced. */
  put(article: ArchivedArticle, prepared?: PreparedArticle): Promise<void>;
  remove(articleId: string): Promise<void>;
  /**
   * Resolves when everything that was put or removed has been stored. Absent if `put` and `remove` store it
   * at once.
   * @returns the articles that cannot be stored, each with the reason
   * @throws UserError when nothing can be stored right now
   */
  written?(): Promise<ReadonlyMap<string, UserError>>;
}

/** A file and the folder that its path starts from. */
export interface FoundFile extends ArticleFile {
  readonly folder: string;
}

/**
 * Lists the files of several folders. Of files with the same path, the one in the earliest folder counts.
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
 * Brings an archive up to date with its folders: the articles of new and changed files are put into it, those
 * of missing and broken files are taken out.
 * @param files the files that are in the folders now
 * @param known the files whose articles the archive holds already
 * @param onProgress called after each file that had to be read, with the number of files to read
 * @param inBackground leaves half of the machine to whoever may be asking in the meantime
 * @param anyLanguage takes in articles in other languages than English
 * @returns the files whose articles the archive holds now, what is wrong with the others, and what was not used or is
 * doubtful in the files that were read
 * @throws UserError when a folder cannot be read any more
 */
export async function syncFolders(
  archive: ArticleTarget,
  files: readonly FoundFile[],
  known: readonly FileRecord[],
  onProgress: (done: number, total: number) => void = () => {},
  inBackground = false,
  anyLanguage = false,
): Promise<{ records: FileRecord[]; problems: Problem[]; notes: string[] }> {
  const namesakes = findNamesakes(files.map(({ file }) => file));
  const problems = [...namesakes].map(([file, error]): Problem => ({ file, error }));
  const notes: string[] = [];
  const wanted = files.filter(({ file }) => !namesakes.has(file));
  const recordOf = new Map(known.map((record) => [record.file, record]));
  const drop = async ({ file, article }: FileRecord) => {
    await archive.remove(article);
    recordOf.delete(file);
  };

  // This comes first, because a new file may bring another article with the same id.
  const present = new Set(wanted.map(({ file }) => file));
  for (const record of known) if (!present.has(record.file)) await drop(record);

  const unsure = wanted.filter((file) => !looksUntouched(file, recordOf.get(file.file)));
  const toRead = unsure.map(({ folder, file }) => ({
    folder,
    file,
    known: recordOf.get(file)?.sha256 ?? null,
    anyLanguage,
  }));
  const started = Date.now();
  let position = 0;
  for await (const outcome of readAll(toRead, inBackground)) {
    const file = unsure[position];
    if (file === undefined) break;
    const record = recordOf.get(file.file);
    if (outcome instanceof UserError) {
      problems.push({ file: file.file, error: outcome });
      // A file that its drive does not deliver right now is not gone, nor is one whose whole folder was taken away.
      if (record !== undefined && outcome.code !== 'article-late') {
        await checkArticlesFolder(file.folder);
        await drop(record);
      }
    } else {
      recordOf.set(file.file, await putReading(archive, file, record, outcome, started));
      notes.push(...outcome.notes);
    }
    position += 1;
    onProgress(position, unsure.length);
    // Readings arrive many at a time; questions must not wait for all of them.
    await nextTurn();
  }
  const records = wanted.flatMap(({ file }) => recordOf.get(file) ?? []);
  return { records, problems: problems.sort(byFile), notes };
}

function looksUntouched(file: ArticleFile, record: FileRecord | undefined): boolean {
  return file.bytes === record?.bytes && file.modified === record.modified;
}

/**
 * Puts a file's article into the archive, unless the very same text is there already.
 * @throws UserError when it cannot be read
 */
export async function syncFile(
  archive: ArticleTarget,
  file: FoundFile,
  record: FileRecord | undefined,
  anyLanguage = false,
): Promise<FileRecord> {
  const started = Date.now();
  const reading = await readOne({ ...file, known: record?.sha256 ?? null, anyLanguage });
  if (reading instanceof UserError) throw reading;
  return putReading(archive, file, record, reading, started);
}

/** @param readAt when reading began, in milliseconds since 1970 */
async function putReading(
  archive: ArticleTarget,
  { file, bytes, modified }: FoundFile,
  record: FileRecord | undefined,
  { sha256, article }: FileReading,
  readAt: number,
): Promise<FileRecord> {
  const isFresh = readAt - modified < FRESH_MS;
  const stamp = { file, bytes, modified: isFresh ? null : modified, sha256 };
  if (article === null) return { ...stamp, article: record?.article ?? articleId(file) };
  const whole = unpackArticle(article.packed);
  await archive.put(whole, article);
  return { ...stamp, article: whole.id };
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  return a.file < b.file ? -1 : 1;
}
