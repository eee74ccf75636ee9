import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from './user-error.js';

/**
 * Makes a folder, and those that it lies in. Node's own `mkdir` with `recursive` tries for ever where a file system
 * takes no folders, and says that there is no parent, though there is: in /proc, for one.
 *
 * @returns the outermost folder that was made; undefined when all were there
 * @throws UserError `folder-refused` where no folder can be made; else the file system's error (no permission, full disk)
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const code = await madeOrWhyNot(folder);
  if (code === null) return folder;
  if (code === 'EEXIST') return undefined;
  const parent = dirname(folder);
  const outermost = parent === folder ? undefined : await makeFolder(parent);
  // Somebody else may have made it meanwhile.
  if ((await madeOrWhyNot(folder)) === 'ENOENT') throw refused(folder);
  return outermost ?? folder;
}

/** @returns null when it was made, `EEXIST` when it was there, `ENOENT` when, allegedly, its parent is not there */
async function madeOrWhyNot(folder: string): Promise<'EEXIST' | 'ENOENT' | null> {
  try {
    await mkdir(folder);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return code;
    // On a file system that is read only, what is there is not said to be there.
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
