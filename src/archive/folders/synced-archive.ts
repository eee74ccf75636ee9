import type { Problem } from '../../articles/articles-folder.js';
import type { Archive } from '../archive.js';

/** An archive of folders of articles, which it follows when told to. */
export interface SyncedArchive extends Archive {
  /** The files that could not be archived, in order of their names. */
  readonly problems: readonly Problem[];
  /** Whether the next start finds everything that was read, so that it need not read it again. */
  readonly isSaved: boolean;
  /**
   * Takes in whatever changed in the folders.
   * @throws UserError when a folder cannot be read, or nothing can be kept just now
   */
  refresh(onProgress?: (done: number, total: number) => void): Promise<void>;
  /**
   * Takes in one file that was just written into the first folder.
   * @param file relative to the folder, with forward slashes
   * @throws UserError when it cannot be read, or cannot be kept just now
   */
  syncFile(file: string): Promise<void>;
  /** Saves what makes the next start fast. Says so where it cannot. */
  save(): Promise<void>;
  /** Takes in by itself what changes in the folders, within a second or so, from now on until it is closed. */
  watch(): Promise<void>;
}

/** How far a long piece of work has come. */
export interface Progress {
  /** What is being done, such as "Building the index". */
  readonly work: string;
  readonly done: number;
  readonly total: number;
}

/** The folders of an archive, and what to do while it is opened. */
export interface FolderOptions {
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
