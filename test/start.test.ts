import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { builtMain } from './built.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What Node.js writes about the code that a process has loaded. */
const Coverage = z.object({ result: z.array(z.object({ url: z.string() })) });

let folder: string;
let main: string;

beforeAll(() => {
  main = builtMain();
  folder = mkdtempSync(join(tmpdir(), 'clippings-loaded-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Asks a question of the articles that ship, and returns the files that were loaded for it. */
function loadedFor(...words: string[]): string[] {
  const coverage = mkdtempSync(join(folder, 'coverage-'));
  const { PATH, HOME } = process.env;
  const { status } = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    env: { PATH, HOME, INDEX_FOLDER: join(folder, 'index'), NODE_V8_COVERAGE: coverage },
  });
  expect(status).toBe(0);
  const [report = ''] = readdirSync(coverage);
  const { result } = Coverage.parse(JSON.parse(readFileSync(join(coverage, report), 'utf8')));
  return result
    .map(({ url }) => url)
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url));
}

function megabytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
}

// These do not depend on the machine, and each is most of what a start takes. One import too many may double them: then load
// it where it is needed, by import().
describe('a question at the command line', () => {
  it('loads no more code than an answer needs', () => {
    loadedFor('index');
    const files = loadedFor('ask', '--json', 'How many American soldiers are stationed in Iraq?');
    expect(files.length).toBeLessThan(56);
    expect(megabytes(files)).toBeLessThan(2.2);
    // Everything but what stays as it was installed is bundled.
    expect(files.filter((file) => dirname(file) !== dirname(main))).toEqual([]);
  });

  it('waits for little when it is only asked for help', () => {
    expect(megabytes(loadedFor('--help'))).toBeLessThan(1.4);
  });
});
