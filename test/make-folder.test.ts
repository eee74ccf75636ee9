import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from '../src/make-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clippings-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes a folder with those that it lies in, and tells the outermost', async () => {
  expect(await makeFolder(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'));
  expect(existsSync(join(folder, 'a', 'b', 'c'))).toBe(true);
});

it('leaves what is there', async () => {
  expect(await makeFolder(folder)).toBeUndefined();
});

it('does so when several make it at once', async () => {
  const path = join(folder, 'a', 'b');
  await Promise.all([1, 2, 3, 4].map(() => makeFolder(path)));
  expect(existsSync(path)).toBe(true);
});

it('refuses a path through a file', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  await expect(makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
});

it.runIf(existsSync('/proc/self'))('refuses a place that takes no folders, by its name', async () => {
  for (const path of ['/proc/x', '/proc/x/y/z']) {
    await expect(makeFolder(path)).rejects.toMatchObject({
      code: 'folder-refused',
      message: expect.stringContaining('/proc/x cannot be made'),
    });
  }
});
