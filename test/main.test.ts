import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtMain } from './built.js';
import { lacking } from './lacking.js';

const project = join(import.meta.dirname, '..');

let folder: string;
let main: string;

beforeAll(() => {
  main = builtMain();
  folder = mkdtempSync(join(tmpdir(), 'clippings-main-'));
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Settings {
  readonly [name: string]: string;
}

/** A folder of its own, without the settings of the person who runs the tests. */
function surroundings(settings: Settings = {}) {
  const { PATH, HOME } = process.env;
  const own = { DISCORD_TOKEN: '', ARTICLES_FOLDER: '', INDEX_FOLDER: join(folder, 'index') };
  return { cwd: folder, env: { PATH, HOME, ...own, ...settings } };
}

/** Starts the real command line. */
function start(words: readonly string[], settings: Settings = {}) {
  return spawn(process.execPath, [main, ...words], surroundings(settings));
}

async function run(
  words: readonly string[],
  { input = '', ...settings }: Settings & { readonly input?: string } = {},
) {
  const child = start(words, settings);
  child.stdin.on('error', () => {}); // It may end without reading.
  child.stdin.end(input);
  const [output, errors, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { output, errors, status };
}

const TROOPS = 'How many US soldiers are stationed in Iraq?';

describe.concurrent('the command line', { timeout: 60_000 }, () => {
  it('answers questions from a pipe, in order, from the articles that ship with it', async () => {
    const { output, status } = await run([], { input: `${TROOPS}\nWho discovered penicillin?\n` });
    expect(output).toMatch(
      /^> How many US soldiers.*more than 5,000.*^> Who discovered.*^The archive has no answer/ms,
    );
    expect(status).toBe(0);
  });

  it('answers in JSON, with nothing else on standard output', async () => {
    const { output, status } = await run(['ask', '--json', TROOPS], {
      INDEX_FOLDER: join(folder, 'new-index'),
    });
    const answer = JSON.parse(output);
    expect(answer).toMatchObject({ question: TROOPS, verdict: 'answer', reason: null });
    expect(answer.snippets[0].text).toContain('5,000');
    expect(status).toBe(0);
  });

  it('explains itself, and says its version', async () => {
    const [help, version] = await Promise.all([run(['--help']), run(['--version'])]);
    expect(help).toMatchObject({ status: 0, errors: '' });
    for (const command of ['start', 'ask', 'source', 'articles', 'index'])
      expect(help.output).toContain(`\n  ${command}`);
    expect(version.output.trim()).toBe(
      JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).version,
    );
  });

  it.each([
    [['asc', 'why'], /^clippings: unknown command 'asc' \(Did you mean ask\?\)\n$/],
    [['nosuch'], /^clippings: unknown command 'nosuch'. See: npx clippings --help\n$/],
    [['story'], /^clippings: There are no words\. .*npx clippings story iraq troops\n$/],
    [['ask', '--jason', 'why'], /^clippings: unknown option '--jason' \(Did you mean --json\?\)\n$/],
    [
      ['ask', '--top', '99', 'why'],
      /^clippings: option '--top <number>' argument '99' is invalid. .*1 to 20\.\n$/,
    ],
  ])('refuses %j in one line, with status 2', async (words, line) => {
    expect(await run(words)).toEqual({ output: '', errors: expect.stringMatching(line), status: 2 });
  });

  it('names a setting that is wrong, with status 1', async () => {
    const { errors, status } = await run(['ask', 'why'], { LOG_LEVEL: 'loud' });
    expect(errors).toMatch(/^clippings: The setting LOG_LEVEL is wrong.*\n$/);
    expect(status).toBe(1);
  });

  it('names a folder of articles that is not there, with status 1', async () => {
    const { errors, status } = await run(['ask', 'why'], { ARTICLES_FOLDER: 'nowhere' });
    expect(errors).toMatch(/^clippings: .*nowhere.*\n$/);
    expect(status).toBe(1);
  });

  it('says what to do about an empty archive', async () => {
    mkdirSync(join(folder, 'empty'));
    const { errors, output, status } = await run(['ask', 'why'], {
      ARTICLES_FOLDER: 'empty',
      INDEX_FOLDER: 'index-0',
    });
    expect(errors).toMatch(/^The archive is empty: put .*empty.*ARTICLES_FOLDER/m);
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  it('names broken articles, a line each, and answers from the others', async () => {
    cpSync(join(project, 'seeds'), join(folder, 'news'), { recursive: true });
    writeFileSync(join(folder, 'news', 'broken.md'), '---\ntitle: x\nText.\n');
    writeFileSync(join(folder, 'news', 'nothing.txt'), '');
    const { errors, output } = await run(['ask', TROOPS], {
      ARTICLES_FOLDER: './news',
      INDEX_FOLDER: './index-1',
    });
    expect(errors).toMatch(/^Left out: [^\n]*broken\.md[^\n]+$/m);
    expect(errors).toMatch(/^Left out: [^\n]*nothing\.txt[^\n]+$/m);
    expect(output).toContain('5,000');
  });

  it('has colour only where it is wanted', async () => {
    const [pipe, forced] = await Promise.all([run(['articles']), run(['articles'], { FORCE_COLOR: '1' })]);
    expect(pipe.output).not.toContain('\u001B');
    expect(forced.output).toContain('\u001B[');
  });

  it.skipIf(!existsSync('/dev/full'))('says in a line that its output cannot be written', async () => {
    const command = 'exec "$0" "$@" > /dev/full';
    const child = spawn('sh', ['-c', command, process.execPath, main, 'articles'], surroundings());
    const [errors, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(errors).toMatch(/^clippings: [^\n]*cannot be written \(ENOSPC\)\.\n$/m);
    expect(errors).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });

  it('is quiet when its reader has seen enough', async () => {
    const child = start(['ask', '--json']);
    child.stdin.on('error', () => {});
    child.stdin.write(`${TROOPS}\n`.repeat(10));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end(`${TROOPS}\n`.repeat(10));
    const [errors, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(errors).not.toMatch(/EPIPE|at /);
    expect(status).toBe(0);
  });

  it.skipIf(lacking.signals).each(['SIGINT', 'SIGTERM'] as const)(
    'ends by %s, with nothing half written',
    async (signal) => {
      const indexFolder = join(folder, signal);
      const child = start([], { INDEX_FOLDER: indexFolder });
      child.stdin.write(`${TROOPS}\n`);
      const closed = once(child, 'close');
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await closed).toEqual([null, signal]);
      expect(await text(child.stderr)).not.toMatch(/^\s+at /m);
      expect(readdirSync(indexFolder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    },
  );
});
