import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const PROCESS = fileURLToPath(new URL('./importing-process.ts', import.meta.url));

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-durability-'));
  await mkdir(join(folder, 'articles'));
  file = join(folder, 'news.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

function line(number: number) {
  return {
    title: `Report ${number}`,
    url: `https://news.example/${number}`,
    date: '2024-03-11',
    text: `Report number ${number} says that ${number * 7} people came to the ${number}th meeting of the council.`,
  };
}

function start(command: string, ...words: string[]): ChildProcessWithoutNullStreams {
  return spawn(command, [...words, '--import', 'tsx', PROCESS, folder, file]);
}

describe('an import on a full disk', () => {
  it('says so, and leaves no half file', async () => {
    await writeFile(file, `${JSON.stringify({ ...line(1), text: `${line(1).text}\n`.repeat(200) })}\n`);
    // A limit on the size of files stands in for the disk: writing fails half-way, for real.
    const child = start('sh', '-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath);
    expect(await text(child.stdout)).toMatch(/^disk: There is no room left on the disk of .*articles/);
    const left = await readdir(join(folder, 'articles'), { recursive: true });
    expect(left.filter((name) => name.includes('.'))).toEqual([]);
  }, 60_000);
});
