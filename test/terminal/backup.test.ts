import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdLease } from '../../src/store/leases.js';
import { type OpenedStore, openStore } from '../../src/store/store.js';
import { addBackupCommands } from '../../src/terminal/commands/backup.js';
import { builtMain } from '../built.js';
import { runCommand } from './command-run.js';

let folder: string;
let main: string;
beforeAll(() => {
  main = builtMain();
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-backup-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => path.join(folder, name);
const open = (store: string) => openStore({ url: `file:${file(`${store}.db`)}` });

async function withStore<T>(store: string, use: (opened: OpenedStore) => Promise<T>): Promise<T> {
  const opened = await open(store);
  return use(opened).finally(() => opened.close());
}

const feedsOf = (store: string) =>
  withStore(store, async (opened) =>
    (await opened.execute('SELECT url FROM feeds')).rows.map((row) => row.url),
  );

const follow = (store: string, feed: string) =>
  withStore(store, (opened) =>
    opened.execute({ sql: 'INSERT INTO feeds (url, added, next_poll) VALUES (?, 1, 1)', args: [feed] }),
  );

/** Runs a command over a store in this process. @param answer what somebody at the terminal says; null: nobody is there */
async function run(store: string, words: readonly string[], answer: string | null = null) {
  const settings = { articlesFolder: '/articles', retentionDays: 90 };
  return runCommand(
    (program, context) =>
      addBackupCommands(
        program,
        context,
        () => settings,
        (use) => withStore(store, use),
        async () => answer ?? '',
      ),
    words,
    answer === null ? '' : null,
  );
}

test('the store moves in one file from a process to another, while a bot has it open', async () => {
  const clippings = async (store: string, ...words: string[]) => {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DISCORD_TOKEN: '', STORE_URL: `file:${file(`${store}.db`)}` };
    const child = spawn(process.execPath, [main, ...words], { cwd: folder, env });
    child.stdin.end();
    const [output, errors] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    return output + errors;
  };
  await follow('one', 'https://example.org/one');
  await withStore('one', async (bot) => {
    await holdLease(bot, { name: 'alone x', holder: 'x' }, 60_000);
    expect(await clippings('one', 'backup', 'store.backup')).toMatch(/^Written to .*Articles are not in it/);
  });
  if (process.platform !== 'win32') expect(statSync(file('store.backup')).mode & 0o077).toBe(0);
  expect(await clippings('two', 'restore', 'store.backup')).toMatch(
    /^Restored the backup of .*: 0 servers and 1 feed\.\n$/,
  );
  expect(await feedsOf('two')).toEqual(['https://example.org/one']);
}, 120_000);

test('a store that holds something is replaced only by somebody who says so', async () => {
  await follow('other', 'https://example.org/other');
  await follow('three', 'https://example.org/three');
  await run('other', ['backup', file('other.backup')]);
  const restore = ['restore', file('other.backup')];
  expect((await run('three', restore)).failure).toMatchObject({
    code: 'usage-restore-over',
    message: expect.stringContaining('holds 0 servers and 1 feed.'),
    hint: 'Add --yes to do so.',
  });
  expect((await run('three', restore, 'no')).failure).toMatchObject({ code: 'usage-restore-over' });
  expect(await feedsOf('three')).toEqual(['https://example.org/three']);
  expect((await run('three', restore, 'yes')).failure).toBeNull();
  expect(await feedsOf('three')).toContain('https://example.org/other');
  expect((await run('three', [...restore, '--yes'])).failure).toBeNull();
});

test('a store is not replaced under a bot that works with it', async () => {
  await run('bot', ['backup', file('bot.backup')]);
  await withStore('bot', (bot) => holdLease(bot, { name: 'alone x', holder: 'x' }, 60_000));
  const { failure } = await run('bot', ['restore', '--yes', file('bot.backup')]);
  expect(failure).toMatchObject({ code: 'store-in-use' });
});

test('a file that is no backup, or a damaged one, is refused and never written over', async () => {
  writeFileSync(file('notes.txt'), 'notes');
  expect((await run('four', ['backup', file('notes.txt')])).failure).toMatchObject({ code: 'backup-file' });
  expect(readFileSync(file('notes.txt'), 'utf8')).toBe('notes');
  expect((await run('four', ['restore', file('notes.txt')])).failure).toMatchObject({
    code: 'backup-foreign',
  });
  expect((await run('four', ['restore', file('nothing')])).failure).toMatchObject({
    code: 'backup-unreadable',
  });
  await run('four', ['backup', file('whole')]);
  const whole = readFileSync(file('whole'));
  writeFileSync(file('half'), whole.subarray(0, whole.length / 2));
  expect((await run('four', ['restore', file('half')])).failure).toMatchObject({ code: 'backup-damaged' });
});
