import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAbsences, recordAbsence } from '../../src/store/absent-guilds.js';
import { openStore, type Store } from '../../src/store/store.js';

let root: string;
let folder: string;
let url: string;
let told: string[];
let store: Store;
let other: Store;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'clippings-removed-'));
  folder = join(root, 'data');
  url = `file:${join(folder, 'clippings.db')}`;
  told = [];
  store = await openStore({ url, rescues: true }, (line) => told.push(line));
  other = await openStore({ url });
  await recordAbsence(store, '1', 1);
});
afterEach(async () => {
  store.close();
  other.close();
  await rm(root, { recursive: true });
});

/** What a process finds that starts now. */
async function found(): Promise<string[]> {
  const fresh = await openStore({ url });
  const guilds = [...(await readAbsences(fresh)).keys()];
  fresh.close();
  return guilds;
}

describe('a database whose folder is removed while it is open', () => {
  it('is written anew with all that it held, and goes on', async () => {
    await rm(folder, { recursive: true });
    await recordAbsence(store, '2', 2);
    expect(await found()).toEqual(['1', '2']);
    expect(told).toEqual([expect.stringMatching(/was removed.*written anew/)]);
  });

  it('keeps the key of its pseudonyms', async () => {
    const key = await readFile(join(folder, 'clippings.db-key'), 'utf8');
    await rm(folder, { recursive: true });
    await recordAbsence(store, '2', 2);
    expect(await readFile(join(folder, 'clippings.db-key'), 'utf8')).toBe(key);
  });

  it('is followed by whoever else has it open', async () => {
    await rm(folder, { recursive: true });
    await expect(recordAbsence(other, '3', 3)).rejects.toMatchObject({ code: 'store-unreadable' });
    await recordAbsence(store, '2', 2);
    await recordAbsence(other, '3', 3);
    expect(await found()).toEqual(['1', '2', '3']);
  });

  it('takes nothing for a part of the new file that belongs to the old one', async () => {
    await rm(join(folder, 'clippings.db'));
    expect(existsSync(join(folder, 'clippings.db-wal'))).toBe(true);
    await recordAbsence(store, '2', 2);
    expect(await found()).toEqual(['1', '2']);
  });
});
