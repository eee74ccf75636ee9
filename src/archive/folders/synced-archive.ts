import type { Problem } from '../../articles/articles-folder.js';
import type { Archive } from '../archive.js';

/** An archive that follows folders of articles. */
export interface SyncedArchive extends Archive {
  /** The files that could not be archived, in order of their names. */
  readonly problems: readonly Problem[];
  /** Whether everything that was read has been saved, so that the next start need not read it again. */
  readonly isSaved: boolean;
  /**
   * Brings the archive up to date with its folders.
   * @throws UserError when a folder cannot be read, or nothing can be stored right now
   */
  refresh(onProgress?: (done: number, total: number) => void): Promise<void>;
  /**
   * Adds or updates the article of a file that was just written into the first folder.
   * @param file relative to the folder, with forward slashes
   * @throws UserError when it cannot be read or stored right now
   */
  syncFile(file: string): Promise<void>;
  /** Saves what makes the next start fast. Tells the operator if it cannot. */
  save(): Promise<void>;
  /** Keeps the archive up to date with its folders until it is closed. Changes show within about a second. */
  watch(): Promise<void>;
}

/** How far a long piece of work has come. */
export interface Progress {
  /** What is being done, such as "Building the index". */
  readonly work: string;
  readonly done: number;
  readonly total: number;
}

/** The folders of an archive, and how to open it. */
export interface FolderOptions {
  readonly articlesFolder: string;
  /** More folders to read. If two hold a file with the same path, the one in `articlesFolder` counts. */
  readonly moreFolders?: readonly string[];
  /** Where the index is kept from one start to the next. Created if it is missing. */
  readonly indexFolder: string;
  /** Takes in articles in other languages than English. */
  readonly anyLanguage?: boolean;
  /** Rebuilds the index even if the saved one is good. */
  readonly rebuild?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Is given plain lines that the operator should read. */
  readonly onNotice?: (line: string) => void;
}
