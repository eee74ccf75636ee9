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
 * Replaces a file as a whole: who reads it, even after a kill or a power cut at any moment, finds the old content
 * or the new, never a part. Several processes may do so at once; the last one wins.
 * @throws UserError `folder-refused`, or the file system's error (full disk, no permission); the old file then still stands
 */
export async function writeWhole(path: string, chunks: Chunks): Promise<void> {
  const file = await writeWholeOpen(path, chunks);
  await file.close();
}

/**
 * As `writeWhole`; gives the file that was written, open for reading. It stays readable when another process
 * replaces it.
 */
export async function writeWholeOpen(path: string, chunks: Chunks): Promise<FileHandle> {
  const folder = dirname(path);
  const firstMade = await makeFolder(folder);
  // Hidden, so that nobody takes it for what it is going to be.
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${randomUUID()}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx+');
    await writeFile(file, chunks);
    await file.sync();
    await rename(temporary, path);
  } catch (error) {
    // What went wrong first is what the caller should hear of.
    await file?.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
  if (firstMade !== undefined) await syncFolder(dirname(firstMade));
  return file;
}

const LEFTOVER = /^\..+\.(\d+)\.[0-9a-f-]{36}\.tmp$/;

/** Removes, where it may, what killed processes left of their attempts to write files below a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  // With their types, as Node follows links to folders otherwise: anywhere, and round in circles.
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
    // Signal 0 only asks.
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** No writing takes an hour: the number of its process has gone to another one since. */
async function isOld(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs > HOUR;
}

/** Makes the renaming itself outlast a power cut. Windows cannot open folders, and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
