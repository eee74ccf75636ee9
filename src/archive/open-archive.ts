import { join } from 'node:path';
import { listArticleFiles, type Problem } from '../articles/articles-folder.js';
import type { Archive } from './archive.js';
import { followFolder } from './follow-folder.js';
import { MemoryArchive } from './memory-archive.js';
import { fromNothing, inShort, readSaved, save } from './saved-archive.js';
import { removeLeftovers } from './write-whole.js';

/** How far a long piece of work has come. */
export interface Progress {
  /** What is being done, such as "Building the index". */
  readonly work: string;
  readonly done: number;
  readonly total: number;
}

export interface OpenArchiveOptions {
  readonly articlesFolder: string;
  /** Where the index is kept from one start to the next; made when it is missing. */
  readonly indexFolder: string;
  /** Builds the index anew even when the saved one is good. */
  readonly rebuild?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Is given plain lines that the operator should read. */
  readonly onNotice?: (line: string) => void;
}

/** The archive of a folder of articles. */
export interface FolderArchive extends Archive {
  /** The files that could not be archived, in order of their names. */
  readonly problems: readonly Problem[];
}

/** So many broken files are named; more would bury what else there is to read. */
const PROBLEMS_TOLD = 10;

/**
 * Opens the archive of a folder of articles: takes the saved index where it is good, brings it up to date with the
 * files that changed, and saves it again. The saved index only saves time: when it is missing, damaged, of another
 * version, or can be neither read nor written, the archive answers all the same.
 * @throws UserError when the folder of articles cannot be read
 */
export async function openArchive(options: OpenArchiveOptions): Promise<FolderArchive> {
  const { articlesFolder, indexFolder, rebuild = false, onProgress, onNotice = () => {} } = options;
  const path = join(indexFolder, 'archive.snapshot');
  const files = await listArticleFiles(articlesFolder);
  await removeLeftovers(path);
  const { index, files: known, fault } = rebuild ? fromNothing() : await readSaved(path);
  if (fault !== null) onNotice(`${fault}; rebuilding it from ${counted(files.length, 'article')}.`);

  const archive = new MemoryArchive(index, index.articles());
  const work = known.length > 0 ? 'Updating the index' : 'Building the index';
  const { records, problems } = await followFolder(archive, articlesFolder, files, known, (done, total) =>
    onProgress?.({ work, done, total }),
  );
  for (const line of problemLines(problems)) onNotice(line);
  if (rebuild || fault !== null || JSON.stringify(records) !== JSON.stringify(known)) {
    await save(path, index, records).catch((error: unknown) =>
      onNotice(`The index could not be saved (${inShort(error)}); the archive answers all the same.`),
    );
  }
  return Object.assign(archive, { problems });
}

function problemLines(problems: readonly Problem[]): string[] {
  const lines = problems
    .slice(0, PROBLEMS_TOLD)
    .map(({ error }) => `Left out: ${error.message} ${error.hint ?? ''}`.trim());
  const rest = problems.length - lines.length;
  return rest > 0 ? [...lines, `Left out: ${counted(rest, 'more file')}.`] : lines;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
