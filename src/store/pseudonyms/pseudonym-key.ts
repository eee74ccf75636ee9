import { randomBytes, randomUUID } from 'node:crypto';
import { constants, copyFile, link, open, readFile, rename, rm } from 'node:fs/promises';
import type { Client } from '@libsql/client';
import { UserError } from '../../user-error.js';

/** What a key looks like. */
export const KEY = /^[0-9a-f]{64}$/;

/**
 * Once a key is lost, rows written under it can no longer be found, nor deleted with the message that they
 * belong to.
 */
const FORGET_PSEUDONYMS = ['DELETE FROM questions', 'DELETE FROM feedback'];

/**
 * Reads the key of a database's pseudonyms, and creates it if there is none. It is kept in a file beside the
 * database's, so that a copy of the database alone does not contain it, and only its owner can read it. A
 * database on the network is shared by machines that share nothing else, so it holds the key itself.
 * @throws UserError `pseudonym-key` when its file cannot be read, or holds something else
 */
export async function openPseudonymKey(client: Client): Promise<string> {
  if (client.protocol !== 'file') return keyWithin(client);
  const file = await keyFile(client);
  if (file === null) return newKey();
  const known = await readKey(file);
  if (known !== null) return known;
  await client.batch(FORGET_PSEUDONYMS, 'write');
  await makeKey(file);
  return (await readKey(file)) ?? missing(file);
}

/**
 * Puts another key in the file beside a database, for rows that were written under it elsewhere. It counts from the next
 * time the database is opened. Does nothing for a database in memory.
 * @throws UserError `pseudonym-key` when the file cannot be written
 */
export async function replaceKeyFile(client: Client, key: string): Promise<void> {
  const file = await keyFile(client);
  if (file === null) return;
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeSecret(draft, key);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw unusable(file, 'cannot be written', error);
  }
}

/** Returns null if the database is in memory. */
async function keyFile(client: Client): Promise<string | null> {
  const { rows } = await client.execute("SELECT file FROM pragma_database_list WHERE name = 'main'");
  const database = String(rows[0]?.file ?? '');
  return database === '' ? null : `${database}-key`;
}

/** Writes a new file that only its owner can read. */
async function writeSecret(file: string, key: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${key}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function newKey(): string {
  return randomBytes(32).toString('hex');
}

async function keyWithin(client: Client): Promise<string> {
  const isNew = 'NOT EXISTS (SELECT 1 FROM keys)';
  const results = await client.batch(
    [
      ...FORGET_PSEUDONYMS.map((statement) => `${statement} WHERE ${isNew}`),
      { sql: `INSERT INTO keys (name, key) SELECT 'pseudonyms', ? WHERE ${isNew}`, args: [newKey()] },
      "SELECT key FROM keys WHERE name = 'pseudonyms'",
    ],
    'write',
  );
  return String(results.at(-1)?.rows[0]?.key);
}

/** Returns null if there is none yet. */
async function readKey(file: string): Promise<string | null> {
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unusable(file, 'cannot be read', error);
  }
  if (KEY.test(text)) return text;
  throw unusable(file, 'does not hold a key');
}

/** Writes a key file, whole, unless another process has just done so: several may start together. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeSecret(draft, newKey());
    // A hard link appears at once and whole. Some file systems have none.
    await link(draft, file).catch(async (error) => {
      if (codeOf(error) !== 'EEXIST') await copyFile(draft, file, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unusable(file, 'cannot be made', error);
  } finally {
    await rm(draft, { force: true });
  }
}

function missing(file: string): never {
  throw unusable(file, 'was taken away at once');
}

function unusable(file: string, what: string, cause?: unknown): UserError {
  return new UserError(
    'pseudonym-key',
    `The key file ${file} ${what}.`,
    'See that it is yours to read, and the one that belongs to the database; or delete it: a new one is made, and the questions and votes that were kept are deleted.',
    { cause },
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
