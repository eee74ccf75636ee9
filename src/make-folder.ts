import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from './user-error.js';

/**
 * Creates a folder and its missing parents. Node's own `mkdir` with `recursive` retries forever on a file
 * system that allows no folders, because that reports an existing parent as missing (`/proc` does, for
 * example).
 *
 * @returns the outermost folder that was created; undefined if all of them existed
 * @throws UserError `folder-refused` if no folder can be created there; otherwise the file system's error (no
 *   permission, full disk)
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const code = await madeOrWhyNot(folder);
  if (code === null) return folder;
  if (code === 'EEXIST') return undefined;
  const parent = dirname(folder);
  const outermost = parent === folder ? undefined : await makeFolder(parent);
  // Another process may have created it in the meantime.
  if ((await madeOrWhyNot(folder)) === 'ENOENT') throw refused(folder);
  return outermost ?? folder;
}

/**
 * @returns null if it was created, `EEXIST` if it existed, `ENOENT` if the file system says its parent is
 *   missing
 */
async function madeOrWhyNot(folder: string): Promise<'EEXIST' | 'ENOENT' | null> {
  try {
    await mkdir(folder);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return code;
    // A read-only file system does not report a folder that exists as existing.
    if (await isFolder(folder)) return 'EEXIST';
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true;
}

function refused(folder: string): UserError {
  return new UserError(
    'folder-refused',
    `The folder ${folder} cannot be made: its file system takes no folders.`,
    'Name a folder on a disk.',
  );
}
