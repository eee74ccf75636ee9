import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.js';

const PROCESS = fileURLToPath(new URL('./importing-process.ts', import.meta.url));
const ARTICLES = 120;

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-durability-'));
  await mkdir(join(folder, 'articles'));
  file = join(folder, 'news.jsonl');
  const lines = Array.from({ length: ARTICLES }, (_, number) => JSON.stringify(line(number)));
  await writeFile(file, `${lines.join('\n')}\n`);
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

/** The titles of what a process that starts now finds; nothing may be broken. */
async function found(): Promise<(string | null)[]> {
  const archive = await openArchive({
    articlesFolder: join(folder, 'articles'),
    indexFolder: join(folder, 'index'),
  });
  expect(archive.problems).toEqual([]);
  await archive.close();
  return archive.articles().map(({ title }) => title);
}

describe('an import that is killed', () => {
  it('keeps what it acknowledged, spoils nothing, and goes on when it is started again', async () => {
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < 3; kill++) {
      const child = start(process.execPath);
      const printed = text(child.stdout);
      await once(child.stdout, 'readable');
      await sleep(Math.random() * 100);
      child.kill('SIGKILL');
      // The last line may have been cut.
      for (const name of (await printed).split('\n').slice(0, -1)) acknowledged.add(name);
      for (const name of acknowledged) {
        expect(await readFile(join(folder, 'articles', name), 'utf8')).toMatch(
          /^---\ntitle: "Report \d+"[\s\S]*<\/p>\n$/,
        );
      }
      expect((await found()).length).toBeGreaterThanOrEqual(acknowledged.size);
    }
    expect(acknowledged.size).toBeGreaterThan(0);
    await text(start(process.execPath).stdout);
    const whole = Array.from({ length: ARTICLES }, (_, number) => `Report ${number}`);
    expect((await found()).sort()).toEqual(whole.sort());
    const files = await readdir(join(folder, 'articles', '2024-03'));
    expect(files.filter((name) => !name.endsWith('.md'))).toEqual([]);
    expect(files).toHaveLength(ARTICLES);
  }, 180_000);
});

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
