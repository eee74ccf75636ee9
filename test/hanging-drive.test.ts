import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { builtMain } from './built.js';
import { lacking } from './lacking.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DRIVE = pathToFileURL(join(import.meta.dirname, 'hanging-drive.js')).href;

let folder: string;
let main: string;

beforeAll(() => {
  main = builtMain();
  folder = mkdtempSync(join(tmpdir(), 'clippings-hanging-'));
  if (lacking.pipes) return;
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder of three articles, of which the second is on the drive. */
function articlesIn(name: string): string {
  const articles = join(folder, name);
  mkdirSync(articles);
  for (const file of ['bridge', 'hanging', 'oil']) {
    writeFileSync(join(articles, `${file}.txt`), `A report of the ${file}.`);
  }
  return articles;
}

/** Starts the command line; the drive hangs from the start, or not at all. */
function start(words: readonly string[], articles: string, hangs: boolean) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...(hangs ? ['--import', DRIVE] : []), main, ...words], {
    cwd: folder,
    env: {
      PATH,
      HOME,
      DISCORD_TOKEN: '',
      ARTICLES_FOLDER: articles,
      INDEX_FOLDER: `${articles}-index`,
      HANGING: join(folder, 'pipe'),
    },
  });
  const run = { child, output: '', errors: '', closed: once(child, 'close') };
  child.stdout.on('data', (chunk) => {
    run.output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    run.errors += chunk;
  });
  return run;
}

describe.skipIf(lacking.pipes).concurrent('a file on a drive that hangs', () => {
  it('is named, and the rest is read; the program ends', async () => {
    const run = start(['articles'], articlesIn('new'), true);
    // Node cannot exit while one of its threads waits.
    expect(await run.closed).toEqual([null, 'SIGKILL']);
    expect(run.output).toMatch(/report of the bridge.*report of the oil/s);
    expect(run.errors).toMatch(/^Left out: hanging\.txt cannot be read: its drive does not answer\./m);
    expect(run.errors).toMatch(/^clippings: A drive does not answer; leaving without .*\n$/m);
  });

  it('stays in the archive as it was', async () => {
    const articles = articlesIn('known');
    await start(['articles'], articles, false).closed;
    const anHourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(join(articles, 'hanging.txt'), anHourAgo, anHourAgo);
    const run = start(['articles'], articles, true);
    await run.closed;
    expect(run.output).toContain('report of the hanging');
    expect(run.errors).toContain('hanging.txt cannot be read');
  });

  it('does not keep the program from ending at a signal', async () => {
    const articles = articlesIn('signalled');
    const run = start(['articles'], articles, true);
    await vi.waitFor(() => expect(run.errors).toContain('Building the index'), 40_000);
    run.child.kill('SIGTERM');
    expect(await run.closed).toEqual([null, 'SIGTERM']);
    expect(run.errors).not.toContain('hanging.txt');
    expect(readdirSync(articles)).toHaveLength(3);
  });
});
