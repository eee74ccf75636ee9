import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupLines, readBackup, restoreBackup } from '../../src/store/backup/backup.js';
import { readDigestSchedules } from '../../src/store/digest-schedules.js';
import { forgetPerson } from '../../src/store/forgetting.js';
import { MIGRATIONS } from '../../src/store/migrations.js';
import { missedQuestions, recordUnanswered } from '../../src/store/questions.js';
import { migrate, type OpenedStore, openStore } from '../../src/store/store.js';
import { LibsqlServer } from './libsql-server.js';

const MADE = '2026-03-10T08:00:00.000Z';
const NOW = Date.parse('2026-03-11T08:00:00Z');
const place = { guild: 'g', channel: 'c', parent: null };

let folder: string;
const open: OpenedStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-backup-'));
});
afterEach(() => {
  for (const store of open.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function store(name: string): Promise<OpenedStore> {
  const opened = await openStore({ url: `file:${path.join(folder, name)}` });
  open.push(opened);
  return opened;
}

async function fill(into: OpenedStore): Promise<void> {
  await recordUnanswered(into, { message: 'm', asker: 'asker' }, place, 'Who “won”?\nTell', new Date(NOW));
  await into.batch([
    "INSERT INTO guild_settings VALUES ('g', '[\"1\"]', '[]', 1)",
    "INSERT INTO feeds (url, added, next_poll, claimed_from) VALUES ('https://example.org/feed', 1, 2, 1)",
    `INSERT INTO digest_schedules
     VALUES ('g', 1, 'News', 'c', 0, 0, '[{"hour":8,"minute":0}]', 'UTC', '[1]', NULL, NULL, 5, 0, 5)`,
    `INSERT INTO digest_sends (guild, digest, due, channel, is_forum, period, state, holder, held_until, attempts)
     VALUES ('g', 1, 7, 'c', 0, 'p', 'claimed', 'h', 9, 1)`,
    "INSERT INTO leases VALUES ('feeds', 'h', 9)",
    "INSERT INTO interactions VALUES ('i', 'a', 'SECRET-TOKEN', 'h', 9)",
  ]);
}

const rows = async (from: OpenedStore, sql: string) =>
  (await from.execute(sql)).rows.map((row) => ({ ...row }));

test('a restored store holds what the other held, and its people can still have it deleted', async () => {
  const one = await store('one.db');
  await fill(one);
  const lines = await backupLines(one, MADE);
  const empty = await store('two.db');
  await restoreBackup(empty, readBackup(lines), NOW);
  const two = await store('two.db');
  const all = 'SELECT * FROM guild_settings';
  expect(await rows(two, all)).toEqual(await rows(one, all));
  expect(await missedQuestions(two, 'g', 9)).toMatchObject([{ question: 'Who “won”?\nTell' }]);
  expect(await forgetPerson(two, 'asker')).toMatchObject({ questions: 1, votes: 0 });
});

test('a backup holds no token and no lease, and needs no SQL of its own', async () => {
  const one = await store('one.db');
  await fill(one);
  const text = (await backupLines(one, MADE)).join('\n');
  expect(text).not.toMatch(/SECRET-TOKEN|"table":"leases"|CREATE|INSERT/);
});

test('what was under way is not done again, and no digest that was due before is sent', async () => {
  const one = await store('one.db');
  await fill(one);
  const lines = await backupLines(one, MADE);
  const two = await store('two.db');
  await restoreBackup(two, readBackup(lines), NOW);
  expect(await rows(two, 'SELECT state FROM digest_sends')).toEqual([{ state: 'skipped' }]);
  expect(await rows(two, 'SELECT claimed_from FROM feeds')).toEqual([{ claimed_from: null }]);
  expect((await readDigestSchedules(two)).map(({ since }) => Number(since))).toEqual([NOW]);
});

test('what the store held before is gone', async () => {
  const lines = await backupLines(await store('one.db'), MADE);
  const two = await store('two.db');
  await fill(two);
  await restoreBackup(two, readBackup(lines), NOW);
  expect(await rows(two, 'SELECT 1 FROM feeds UNION ALL SELECT 1 FROM questions')).toEqual([]);
});

test('a backup of an older version is brought up to date', async () => {
  const older = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex(({ name }) => name === 'times that feeds skip'),
  );
  const client = createClient({ url: `file:${path.join(folder, 'old.db')}` });
  await migrate(client, older);
  await client.execute("INSERT INTO feeds (url, added, next_poll) VALUES ('https://example.org/feed', 1, 2)");
  const { rows: names } = await client.execute('SELECT name FROM migrations');
  expect(names).toHaveLength(older.length);
  const old: OpenedStore = {
    ...(await store('key.db')),
    execute: (statement) => client.execute(statement),
    batch: (statements, mode) => client.batch(statements, mode),
  };
  const lines = await backupLines(old, MADE);
  client.close();
  const two = await store('two.db');
  await restoreBackup(two, readBackup(lines), NOW);
  expect(await rows(two, 'SELECT url, skip FROM feeds')).toEqual([
    { url: 'https://example.org/feed', skip: null },
  ]);
  expect(await rows(two, 'SELECT name FROM migrations')).toHaveLength(MIGRATIONS.length);
});

test('it moves to a database on the network, with its key', async () => {
  const one = await store('one.db');
  await fill(one);
  const server = await LibsqlServer.start(path.join(folder, 'server.db'), 'secret');
  try {
    const connect = () => openStore({ url: server.url, authToken: 'secret', patience: 5_000 });
    const empty = await connect();
    await restoreBackup(empty, readBackup(await backupLines(one, MADE)), NOW);
    empty.close();
    const remote = await connect();
    expect(await forgetPerson(remote, 'asker')).toMatchObject({ questions: 1, votes: 0 });
    remote.close();
  } finally {
    await server.stop();
  }
});

test('what fails half-way changes nothing', async () => {
  const two = await store('two.db');
  await fill(two);
  const { key } = two;
  const backup = readBackup(await backupLines(two, MADE));
  const strange = {
    ...backup,
    key: 'f'.repeat(64),
    tables: [{ table: 'nowhere', columns: ['x'], rows: [[1]] }],
  };
  await expect(restoreBackup(two, strange, NOW)).rejects.toThrow();
  expect(await rows(two, 'SELECT guild FROM guild_settings')).toEqual([{ guild: 'g' }]);
  expect((await store('two.db')).key).toBe(key);
});

test.each<[string, (lines: string[]) => string[], string]>([
  ['other text', () => ['hello'], 'backup-foreign'],
  ['other JSON', () => ['{"format":"something"}'], 'backup-foreign'],
  ['nothing', () => [], 'backup-foreign'],
  ['a backup without its end', (lines) => lines.slice(0, -1), 'backup-damaged'],
  ['a backup without a row', (lines) => lines.filter((line) => !line.startsWith('["g"')), 'backup-damaged'],
  [
    'a changed row',
    (lines) => lines.map((line) => line.replace('example.org', 'example.com')),
    'backup-damaged',
  ],
  [
    'a backup of a newer version',
    (lines) => lines.map((line) => line.replace('"guild settings"', '"something new"')),
    'backup-newer',
  ],
])('%s is refused', async (_, change, code) => {
  const one = await store('one.db');
  await fill(one);
  const changed = change(await backupLines(one, MADE));
  expect(() => readBackup(changed)).toThrow(expect.objectContaining({ code }));
});
