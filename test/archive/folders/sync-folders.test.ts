import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleTarget, listFiles, syncFolders } from '../../../src/archive/folders/sync-folders.js';

let folder: string;
let removed: string[];
let target: ArticleTarget;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-sync-'));
  await writeFile(join(folder, 'oil.txt'), 'The price of oil rose.\n');
  removed = [];
  target = { put: async () => {}, remove: async (id) => void removed.push(id) };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a folder that is taken away while its files are read', () => {
  it('leaves its articles in the archive', async () => {
    const files = await listFiles([folder]);
    const { records } = await syncFolders(target, files, []);
    await rm(folder, { recursive: true });
    const changed = files.map((file) => ({ ...file, bytes: file.bytes + 1 }));
    await expect(syncFolders(target, changed, records)).rejects.toMatchObject({ code: 'articles-folder' });
    expect(removed).toEqual([]);
  });
});

describe('a file that is gone when it is to be read', () => {
  it('takes its article with it', async () => {
    const files = await listFiles([folder]);
    const { records } = await syncFolders(target, files, []);
    await rm(join(folder, 'oil.txt'));
    const changed = files.map((file) => ({ ...file, bytes: file.bytes + 1 }));
    await syncFolders(target, changed, records);
    expect(removed).toEqual(['oil']);
  });
});
