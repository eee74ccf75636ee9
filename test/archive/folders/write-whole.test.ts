import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeLeftovers, writeWhole } from '../../../src/archive/folders/write-whole.js';
import { lacking } from '../../lacking.js';

const WRITER = fileURLToPath(new URL('./endless-writer.ts', import.meta.url));

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-'));
  path = join(folder, 'file');
});
afterEach(() => rm(folder, { recursive: true }));

describe('writing a file as a whole', () => {
  it('makes the folder and the file', async () => {
    const deep = join(folder, 'a', 'b', 'file');
    await writeWhole(deep, ['one\n', 'two\n']);
    expect(await readFile(deep, 'utf8')).toBe('one\ntwo\n');
  });

  it('replaces what was there and leaves nothing else behind', async () => {
    await writeWhole(path, ['a long first content']);
    await writeWhole(path, ['short']);
    expect(await readFile(path, 'utf8')).toBe('short');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('keeps the old file and cleans up when writing fails', async () => {
    await writeWhole(path, ['old']);
    function* failing() {
      yield 'half';
      throw new Error('no more');
    }
    await expect(writeWhole(path, failing())).rejects.toThrow('no more');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('shows a whole file at any moment, while several processes write it and are killed', async () => {
    const writers = [1, 2, 3, 4].map(() =>
      spawn(process.execPath, ['--import', 'tsx', WRITER, path], { stdio: 'pipe' }),
    );
    await Promise.all(writers.map((writer) => once(writer.stdout, 'data')));
    for (const writer of writers) {
      for (let reading = 0; reading < 5; reading++) {
        const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
        expect(lines).toHaveLength(20_000);
        expect(new Set(lines).size).toBe(1);
        await sleep(Math.random() * 10);
      }
      writer.kill('SIGKILL');
      await once(writer, 'exit');
    }
    await removeLeftovers(folder);
    expect(await readdir(folder)).toEqual(['file']);
  }, 60_000);
});

describe('removing what killed writers left behind', () => {
  async function leftover(pid: number): Promise<string> {
    const name = `.file.${pid}.${randomUUID()}.tmp`;
    await writeFile(join(folder, name), 'half');
    return name;
  }

  it('looks into every folder below', async () => {
    const deep = join(folder, '2024-03');
    await mkdir(deep);
    await writeFile(join(deep, `.file.${2 ** 30}.${randomUUID()}.tmp`), 'half');
    await removeLeftovers(folder);
    expect(await readdir(deep)).toEqual([]);
  });

  it.skipIf(lacking.links)('follows no links', async () => {
    const outside = join(folder, 'outside');
    await mkdir(outside);
    await mkdir(join(folder, 'articles'));
    const name = `.file.${2 ** 30}.${randomUUID()}.tmp`;
    await writeFile(join(outside, name), 'of another program');
    await symlink(outside, join(folder, 'articles', 'link'));
    await removeLeftovers(join(folder, 'articles'));
    expect(await readdir(outside)).toEqual([name]);
  });

  it('leaves what a running process writes', async () => {
    const name = await leftover(process.pid);
    await removeLeftovers(folder);
    expect(await readdir(folder)).toEqual([name]);
  });

  it('removes what is too old to be still written, whoever has the number of its process now', async () => {
    const name = await leftover(process.pid);
    const twoHoursAgo = new Date(Date.now() - 7_200_000);
    await utimes(join(folder, name), twoHoursAgo, twoHoursAgo);
    await removeLeftovers(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it('touches no other file', async () => {
    const others = ['.hidden.tmp', 'file', 'file.1.tmp'];
    for (const name of others) await writeFile(join(folder, name), '');
    await removeLeftovers(folder);
    expect((await readdir(folder)).sort()).toEqual(others);
  });

  it('takes a missing folder for an empty one', async () => {
    await expect(removeLeftovers(join(folder, 'nowhere'))).resolves.toBeUndefined();
  });
});
