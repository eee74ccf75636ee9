import type { Readable } from 'node:stream';
import type { Archive } from '../archive/archive.js';
import type { SyncedArchive } from '../archive/open-archive.js';

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export interface OpenedArchive extends Archive {
  /** False if the index could not be saved; absent if there is none to save. */
  readonly isSaved?: boolean;
  /** The files that could not be archived; absent if there are no files. */
  readonly problems?: SyncedArchive['problems'];
}

/**
 * What every command needs. The wiring builds it, so that commands know neither the settings nor the process.
 */
export interface CommandContext {
  readonly input: Readable & { readonly isTTY?: boolean };
  /** Answers are written here, and nothing else is. */
  readonly output: Output;
  /** Progress, notices and errors are written here, one a line. */
  readonly errors: Output;
  /**
   * Opens the archive after building its index or bringing it up to date. Reports progress on `errors`.
   *
   * @param rebuild builds the index anew even if it seems good
   */
  openArchive(rebuild?: boolean): Promise<OpenedArchive>;
}

/** Passes the archive to `use` and closes it afterwards, even if `use` fails. */
export async function withArchive<T>(
  context: CommandContext,
  use: (archive: OpenedArchive) => Promise<T>,
): Promise<T> {
  const archive = await context.openArchive();
  try {
    return await use(archive);
  } finally {
    await archive.close();
  }
}

/**
 * The same for commands that have nothing to tell of an empty archive: opening one says so, and what there is to do.
 * Programs get their line of JSON nevertheless.
 */
export async function withArticles(
  context: CommandContext,
  json: boolean,
  use: (archive: OpenedArchive) => Promise<void>,
): Promise<void> {
  await withArchive(context, async (archive) => {
    if (json || archive.articleCount > 0) await use(archive);
  });
}
