import { join } from 'node:path';
import { FolderArchive } from './folder-archive.js';
import { fromNothing, readSaved } from './saved-archive.js';
import { removeLeftovers } from './write-whole.js';

export type { FolderArchive } from './folder-archive.js';

/** How far a long piece of work has come. */
export interface Progress {
  /** What is being done, such as "Building the index". */
  readonly work: string;
  readonly done: number;
  readonly total: number;
}

export interface OpenArchiveOptions {
  readonly articlesFolder: string;
  /** More folders to read; where two hold a file of the same path, that of `articlesFolder` counts. */
  readonly moreFolders?: readonly string[];
  /** Where the index is kept from one start to the next; made when it is missing. */
  readonly indexFolder: string;
  /** Builds the index anew even when the saved one is good. */
  readonly rebuild?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Is given plain lines that the operator should read. */
  readonly onNotice?: (line: string) => void;
}

/**
 * Opens the archive of a folder of articles: takes the saved index where it is good, brings it up to date with the
 * files that changed, and saves it again. The saved index only saves time: when it is missing, damaged, of another
 * version, or can be neither read nor written, the archive answers all the same.
 * @throws UserError when the folder of articles cannot be read
 */
export async function openArchive(options: OpenArchiveOptions): Promise<FolderArchive> {
  const { articlesFolder, moreFolders = [], indexFolder, rebuild = false, onProgress } = options;
  const path = join(indexFolder, 'archive.snapshot');
  await Promise.all([removeLeftovers(indexFolder), removeLeftovers(articlesFolder)]);
  const start = rebuild ? fromNothing() : await readSaved(path);
  const archive = new FolderArchive([articlesFolder, ...moreFolders], path, start, options.onNotice);
  const work = start.files.length > 0 ? 'Updating the index' : 'Building the index';
  await archive.refresh((done, total) => onProgress?.({ work, done, total }));
  if (rebuild || start.fault !== null || archive.isWorthSaving) await archive.save();
  return archive;
}
