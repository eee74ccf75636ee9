import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { builtMain } from './built.js';
import { lacking } from './lacking.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const project = join(import.meta.dirname, '..');

let folder: string;
let main: string;

beforeAll(() => {
  main = builtMain();
  folder = mkdtempSync(join(tmpdir(), 'clippings-start-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, words: readonly string[], cwd: string) {
  const { PATH, HOME } = process.env;
  const own = { DISCORD_TOKEN: 'none', ARTICLES_FOLDER: '', INDEX_FOLDER: join(folder, 'index') };
  const { stdout, stderr, status } = spawnSync(program, words, {
    cwd,
    env: { PATH, HOME, ...own },
    encoding: 'utf8',
  });
  return { output: stdout, errors: stderr, status };
}

/** What a checkout has before anything is installed or built. */
function checkout(name: string): string {
  const copy = join(folder, name);
  for (const file of ['package.json', 'clippings.js', 'scripts']) {
    cpSync(join(project, file), join(copy, file), { recursive: true });
  }
  return copy;
}

describe.skipIf(lacking.programsWithoutShell)('npm start', () => {
  it('hands its words on, so that it does what the command line does', () => {
    const words = ['--silent', 'start', '--', 'ask', '--json', 'How many US soldiers are stationed in Iraq?'];
    const { output, status } = run('npm', words, project);
    expect(JSON.parse(output)).toMatchObject({
      question: 'How many US soldiers are stationed in Iraq?',
      answered: true,
    });
    expect(status).toBe(0);
  });
});

describe('a copy that cannot run', () => {
  it('says in one line when Node.js is too old', () => {
    const old = join(folder, 'old.mjs');
    writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '20.18.3' });\n");
    const words = ['--import', pathToFileURL(old).href, 'clippings.js', 'ask'];
    const { errors, status } = run(process.execPath, words, project);
    expect(errors).toBe('clippings: Node.js 20.18.3 is too old. Install Node.js 20.19 or newer.\n');
    expect(status).toBe(1);
  });

  it('says in one line what to do when it is not built', () => {
    const { output, errors, status } = run(process.execPath, ['clippings.js', 'ask'], checkout('unbuilt'));
    expect(errors).toMatch(/^clippings: This copy is not built, .*npm ci.*unbuilt.*\n$/);
    expect({ output, status }).toEqual({ output: '', status: 1 });
  });

  it('says in one line what to do when packages are missing', () => {
    const copy = checkout('bare');
    mkdirSync(join(copy, 'dist'));
    cpSync(main, join(copy, 'dist', 'main.js'));
    const { errors, status } = run(process.execPath, ['clippings.js'], copy);
    expect(errors).toMatch(/^clippings: The packages that it needs are not installed.*npm ci.*bare.*\n$/);
    expect(status).toBe(1);
  });
});

describe.skipIf(lacking.programsWithoutShell)('an installation without the compiler', () => {
  it('succeeds, builds nothing, and leaves what was built', () => {
    const copy = checkout('production');
    cpSync(main, join(copy, 'dist', 'main.js'));
    const { errors, status } = run('npm', ['run', 'prepare'], copy);
    expect(errors).toBe('');
    expect(status).toBe(0);
    expect(existsSync(join(copy, 'dist', 'main.js'))).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('says in one line when too few files may be open', () => {
    const { errors, status } = run(
      'sh',
      ['-c', `ulimit -n 64; exec "$0" clippings.js ask`, process.execPath],
      project,
    );
    expect(errors).toMatch(/^clippings: Only 64 files may be open here.*ulimit -n 1024.*\n$/);
    expect(status).toBe(1);
  });

  it('says in one line when it has too little memory', () => {
    const words = ['--max-old-space-size=40', 'clippings.js', 'ask'];
    const { errors, status } = run(process.execPath, words, project);
    expect(errors).toMatch(
      /^clippings: Node\.js may use only \d+ MB of memory here.*--max-old-space-size.*\n$/,
    );
    expect(status).toBe(1);
  });
});
