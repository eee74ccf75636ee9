import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { inTime } from '../../in-time.js';
import { makeFolder } from '../../make-folder.js';

const HOUR = 3_600_000;

/** What a file is made of, piece by piece. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Replaces a file as a whole. Anybody who reads it, even after a kill or a power cut at any moment, finds the
 * old content or the new one, never a part. Several processes may do so at once; the last one wins.
 * @param mode who may read and write it; by default whoever the system allows
 * @throws UserError `folder-refused`, or the file system's error (full disk, no permission); the old file is
 * then still there
 */
export async function writeWhole(path: string, chunks: Chunks, mode?: number): Promise<void> {
  const file = await writeWholeOpen(path, chunks, mode);
  await file.close();
}

/**
 * Does what `writeWhole` does, and returns the file that was written, open for reading. It stays readable
 * when another process replaces it.
 */
export async function writeWholeOpen(path: string, chunks: Chunks, mode?: number): Promise<FileHandle> {
  const folder = dirname(path);
  const firstMade = await makeFolder(folder);
  // Hidden, so that nobody mistakes it for the finished file.
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomUUID()}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx+', mode);
    await writeFile(file, chunks);
    await file.sync();
    await rename(temporary, path);
  } catch (error) {
    // The caller should hear of the first error, not of one while tidying up.
    await file?.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
  if (firstMade !== undefined) await syncFolder(dirname(firstMade));
  return file;
}

const LEFTOVER = /^\..+\.(\d+)\.[0-9a-f-]{36}\.tmp$/;

/** Removes the temporary files that killed processes left below a folder, as far as it is allowed to. */
export async function removeLeftovers(folder: string): Promise<void> {
  // With file types, because Node would otherwise follow links to folders: anywhere, and round in circles.
  const list = (): Promise<Dirent[]> => readdir(folder, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of await inTime(list).catch(() => [])) {
    const [, writer] = LEFTOVER.exec(name) ?? [];
    if (writer === undefined) continue;
    const path = join(parentPath, name);
    if (isRunning(Number(writer)) && !(await isOld(path))) continue;
    await rm(path, { force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only checks that the process exists.
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Checks whether a file is over an hour old. No write takes that long, so its process number now belongs to
 * another process.
 */
async function isOld(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs > HOUR;
}

/** Makes the rename itself survive a power cut. Windows cannot open folders, and has no need of this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
