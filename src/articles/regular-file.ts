import { constants, type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../user-error.js';

/** Opens without following a link or waiting for somebody to write into a pipe. Windows has neither. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Whether a path lies below a folder; both without links. */
export function isBelow(folder: string, place: string): boolean {
  const way = path.relative(folder, place);
  return way !== '' && way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}

/**
 * Resolves a file of a folder to its real path, with all links followed.
 * @throws UserError `article-outside` when a link leads out of the folder; or the file system's error
 */
export async function placeBelow(folder: string, file: string): Promise<string> {
  const [root, place] = await Promise.all([realpath(folder), realpath(path.join(folder, file))]);
  if (isBelow(root, place)) return place;
  throw new UserError(
    'article-outside',
    `${file} is a link that leads out of its folder.`,
    'Put the file itself there, or remove the link.',
  );
}

/**
 * Opens a file of a folder for reading. Accepts only regular files below the folder: a link may lead to
 * anything that this process can read, and a device or a pipe may do anything when it is opened, or never
 * answer.
 * @throws UserError `article-outside`, `article-unreadable`; or the file system's error
 */
export async function openRegularFile(folder: string, file: string): Promise<FileHandle> {
  const place = await placeBelow(folder, file);
  if (!(await stat(place)).isFile()) throw noFile(file);
  const handle = await open(place, FLAGS);
  try {
    // The file may have been replaced since it was checked.
    const [opened, there] = await Promise.all([
      handle.stat({ bigint: true }),
      lstat(place, { bigint: true }),
    ]);
    const isSame = opened.ino === there.ino && opened.dev === there.dev;
    if (!opened.isFile() || !isSame || (await realpath(place)) !== place) throw noFile(file);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function noFile(file: string): UserError {
  return new UserError('article-unreadable', `${file} is not a file.`);
}
