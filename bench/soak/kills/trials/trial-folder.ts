import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../../../src/store/store.js';
import { articlesFolder, backupFile } from '../points.js';

/** Before the messages that stand in for Discord's, whatever the number of rounds. */
export const FIRST_DUE = Date.parse('2015-03-10T07:00:00Z');

/** Makes a folder with all that a trial may need. */
export function trialFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clippings-kills-'));
  mkdirSync(articlesFolder(folder));
  mkdirSync(join(backupFile(folder), '..'));
  return folder;
}

/** Returns what SQLite finds wrong in the database's file. */
export async function faultsOf(store: Store): Promise<string[]> {
  const { rows } = await store.execute('PRAGMA integrity_check');
  return rows.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok');
}

/** Returns all values that occur more than once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}
