import { type BigIntStats, closeSync, fstatSync, lstatSync, openSync, realpathSync, statSync } from 'node:fs';
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
  return checkedPlace(root, place, file);
}

function checkedPlace(root: string, place: string, file: string): string {
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
    const [opened, there] = await Promise.all([
      handle.stat({ bigint: true }),
      lstat(place, { bigint: true }),
    ]);
    if (!isSameFile(opened, there) || (await realpath(place)) !== place) throw noFile(file);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Does the same at once, which takes a tenth of the time; whoever else runs in this thread waits, for ever if the drive does
 * not answer.
 * @returns a file descriptor
 */
export function openRegularFileNow(folder: string, file: string): number {
  const { native: realPlace } = realpathSync;
  const place = checkedPlace(realPlace(folder), realPlace(path.join(folder, file)), file);
  if (!statSync(place).isFile()) throw noFile(file);
  const descriptor = openSync(place, FLAGS);
  try {
    const [opened, there] = [fstatSync(descriptor, { bigint: true }), lstatSync(place, { bigint: true })];
    if (!isSameFile(opened, there) || realPlace(place) !== place) throw noFile(file);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Whether what was opened is the file that was checked: it may have been replaced in between. */
function isSameFile(opened: BigIntStats, there: BigIntStats): boolean {
  return opened.isFile() && opened.ino === there.ino && opened.dev === there.dev;
}

function noFile(file: string): UserError {
  return new UserError('article-unreadable', `${file} is not a file.`);
}
