import { randomUUID } from 'node:crypto';
import { access, constants, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from '../../finding.js';

/** Bits of a file's mode that let others than its owner read or write it. */
const OTHERS = 0o077;

/**
 * Checks that a folder can be listed and written, by writing a file into it and taking it out again. One that
 * is missing is good if it can be created.
 * @param isMade whether a start makes it where it is missing
 */
export async function checkFolder(part: string, folder: string, isMade = true): Promise<Finding> {
  try {
    await readdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return wrong(part, `${folder} cannot be read (${codeOf(error)})`);
    return isMade ? missing(part, folder) : absent(part, folder);
  }
  const trial = join(folder, `.clippings-${randomUUID()}.tmp`);
  try {
    await writeFile(trial, '');
    return { part, state: 'good', words: `${folder} can be read and written` };
  } catch (error) {
    return wrong(part, `${folder} cannot be written (${codeOf(error)})`);
  } finally {
    await rm(trial, { force: true }).catch(() => undefined);
  }
}

async function missing(part: string, folder: string): Promise<Finding> {
  let parent = dirname(folder);
  while ((await stat(parent).catch(() => null)) === null && dirname(parent) !== parent)
    parent = dirname(parent);
  const canBeMade = await access(parent, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (canBeMade) return { part, state: 'good', words: `${folder} will be made when it is needed` };
  return wrong(part, `${folder} is missing and cannot be made`);
}

function absent(part: string, folder: string): Finding {
  const hint = 'Make it, or set another folder in .env.';
  return { part, state: 'note', words: `${folder} is not there, so nothing can be answered`, hint };
}

function wrong(part: string, words: string): Finding {
  const hint = 'Give this user the right to read and write it, or set another folder in .env.';
  return { part, state: 'wrong', words, hint };
}

/**
 * Checks that nobody but its owner can read a file that holds a secret. Returns nothing if there is no such
 * file, or on Windows, where modes say nothing about that.
 */
export async function checkSecret(part: string, file: string): Promise<Finding[]> {
  if (process.platform === 'win32') return [];
  const found = await stat(file).catch(() => null);
  if (found === null) return [];
  if ((found.mode & OTHERS) === 0) return [{ part, state: 'good', words: `only its owner can read ${file}` }];
  const words = `others on this machine may read ${file}`;
  return [{ part, state: 'note', words, hint: `Run: chmod 600 ${file}` }];
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error;
}
