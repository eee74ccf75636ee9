import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderSync } from '../../../src/archive/folders/folder-sync.js';
import type { ArticleTarget } from '../../../src/archive/folders/sync-folders.js';
import { UserError } from '../../../src/user-error.js';

describe('a target that tells later what it has kept', () => {
  let folder: string;
  let put: string[];
  let rejected: Map<string, UserError>;
  let isAway: boolean;
  let told: string[];
  let sync: FolderSync;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clippings-sync-'));
    await writeFile(join(folder, 'oil.txt'), 'The price of oil rose.\n');
    await writeFile(join(folder, 'vote.txt'), 'Parliament voted.\n');
    put = [];
    rejected = new Map();
    isAway = false;
    told = [];
    const target: ArticleTarget = {
      put: async ({ id }) => {
        put.push(id);
      },
      remove: async () => {},
      written: async () => {
        if (isAway) throw new UserError('archive-unreachable', 'It is away.');
        return rejected;
      },
    };
    sync = new FolderSync([folder], target, [], (line) => told.push(line));
  });
  afterEach(async () => {
    await sync.close();
    await rm(folder, { recursive: true });
  });

  it('is brought an article again that it did not take, which is told once', async () => {
    rejected.set('oil', new UserError('article-rejected', 'oil is not taken.'));
    await sync.refresh();
    await sync.refresh();
    expect(put).toEqual(['oil', 'vote', 'oil']);
    expect(told).toEqual(['Left out: oil is not taken.']);
    expect(sync.problems.map(({ file }) => file)).toEqual(['oil.txt']);
    rejected.clear();
    await sync.refresh();
    expect(sync.problems).toEqual([]);
    expect(sync.records.map(({ file }) => file)).toEqual(['oil.txt', 'vote.txt']);
  });

  it('is brought everything again after it was away', async () => {
    isAway = true;
    await expect(sync.refresh()).rejects.toThrow('It is away.');
    await expect(sync.syncFile('oil.txt')).rejects.toThrow('It is away.');
    expect(sync.records).toEqual([]);
    isAway = false;
    await sync.refresh();
    expect(put).toEqual(['oil', 'vote', 'oil', 'oil', 'vote']);
    expect(sync.records).toHaveLength(2);
  });
});
