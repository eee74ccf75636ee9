import type { Readable } from 'node:stream';
import type { Archive } from '../archive/archive.js';

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export interface OpenedArchive extends Archive {
  /** False when its index could not be saved; absent where there is none to save. */
  readonly isSaved?: boolean;
}

/** What every command works with. The wiring makes it, so that commands know neither the settings nor the process. */
export interface CommandContext {
  readonly input: Readable & { readonly isTTY?: boolean };
  /** Answers go here, and nothing else. */
  readonly output: Output;
  /** Progress, notices and errors go here, a line each. */
  readonly errors: Output;
  /**
   * Opens the archive, its index built or brought up to date before, and says so on `errors`.
   *
   * @param rebuild builds the index anew even when it seems good
   */
  openArchive(rebuild?: boolean): Promise<OpenedArchive>;
}

/** Lends the archive to `use` and closes it afterwards, however that ends. */
export async function withArchive<T>(
  context: CommandContext,
  use: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await context.openArchive();
  try {
    return await use(archive);
  } finally {
    await archive.close();
  }
}
