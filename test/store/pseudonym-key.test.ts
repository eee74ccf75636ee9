import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordVote, votesFor } from '../../src/store/feedback.js';
import { readGuildSettings } from '../../src/store/guild-settings.js';
import { MIGRATIONS } from '../../src/store/migrations.js';
import { migrate, openStore, type Store } from '../../src/store/store.js';
import { lacking } from '../lacking.js';
import { LibsqlServer } from './libsql-server.js';

const REPLY = '1458263190437265409';
const USER = '80351110224678912';
const vote = {
  reply: REPLY,
  message: '6',
  place: { guild: '5', channel: '7', parent: null },
  user: USER,
  question: { words: 'Who voted?', asker: '2' },
  helpful: false,
};
const none = { helpful: 0, notIt: 0 };

let folder: string;
let file: string;
let url: string;
const opened: Store[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-key-'));
  file = path.join(folder, 'clippings.db');
  url = `file:${file}`;
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

async function open(address = url): Promise<Store> {
  const store = await openStore({ url: address });
  opened.push(store);
  return store;
}

describe('the key of a database file', () => {
  test.skipIf(lacking.modes)('is made beside it on the first start, for its owner’s eyes only', async () => {
    await open();
    expect(readFileSync(`${file}-key`, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(statSync(`${file}-key`).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
      'clippings.db',
      'clippings.db-key',
    ]);
  });

  test('is not in the database', async () => {
    const store = await open();
    expect((await store.execute('SELECT * FROM keys')).rows).toEqual([]);
  });

  test('is found where the address says it in another way', async () => {
    const spaced = path.join(folder, 'a%20b.db');
    await open(`file:${spaced}`);
    expect(readdirSync(folder)).toContain('a b.db-key');
  });

  test('is used again: a vote is known after a restart', async () => {
    const before = await open();
    await recordVote(before, vote, new Date());
    before.close();
    const after = await open();
    await recordVote(after, { ...vote, helpful: true }, new Date());
    expect(await votesFor(after, REPLY)).toEqual({ helpful: 1, notIt: 0 });
  });

  test('is one, however many make it at once', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => open()));
    expect(new Set(stores.map((store) => store.pseudonymOf('voter', USER))).size).toBe(1);
  });

  test('takes with it, when it is lost, what was kept under it', async () => {
    const before = await open();
    await recordVote(before, vote, new Date());
    before.close();
    rmSync(`${file}-key`);
    expect(await votesFor(await open(), REPLY)).toEqual(none);
  });

  test.each(['', 'nonsense'])('that is damaged (“%s”) is named, and left as it is', async (text) => {
    writeFileSync(`${file}-key`, text);
    await expect(open()).rejects.toMatchObject({
      code: 'pseudonym-key',
      message: expect.stringContaining(`${file}-key`),
    });
    expect(readFileSync(`${file}-key`, 'utf8')).toBe(text);
  });
});

test('hashing the ids of all members names no voter', async () => {
  const store = await open();
  await recordVote(store, vote, new Date());
  const { rows } = await store.execute('SELECT voter FROM feedback');
  const plain = [USER, `${REPLY} ${USER}`, `voter ${REPLY} ${USER}`].flatMap((text) =>
    (['hex', 'base64url'] as const).map((encoding) => createHash('sha256').update(text).digest(encoding)),
  );
  expect(plain).not.toContain(rows[0]?.voter);
  const elsewhere = await open(`file:${path.join(folder, 'other.db')}`);
  expect(elsewhere.pseudonymOf('voter', REPLY, USER)).not.toBe(rows[0]?.voter);
});

test('a database of before loses its plain hashes, and nothing else that matters', async () => {
  const old = createClient({ url });
  await migrate(
    old,
    MIGRATIONS.slice(
      0,
      MIGRATIONS.findIndex(({ name }) => name === 'no private questions'),
    ),
  );
  const hash = createHash('sha256').update(`${REPLY} ${USER}`).digest('hex');
  await old.batch([
    "INSERT INTO questions VALUES ('5', 'who voted', 'Who voted?', 1, '2026-01-01T00:00:00.000Z')",
    { sql: "INSERT INTO feedback VALUES (?, ?, '5', 'who voted', 0)", args: [REPLY, hash] },
    `INSERT INTO guild_settings VALUES ('5', '["7"]', '[]', 0)`,
  ]);
  old.close();

  const store = await open();
  expect(await votesFor(store, REPLY)).toEqual(none);
  expect(await readGuildSettings(store, '5')).toMatchObject({ answerChannels: ['7'] });
  await recordVote(store, vote, new Date());
  expect(await votesFor(store, REPLY)).toEqual({ helpful: 0, notIt: 1 });
});

describe('a database on the network', () => {
  let server: LibsqlServer;
  beforeEach(async () => {
    server = await LibsqlServer.start(path.join(folder, 'server.db'));
  });
  afterEach(() => server.stop());

  test('holds its key itself: one for all processes that share it', async () => {
    const [one, other] = await Promise.all([open(server.url), open(server.url)]);
    await recordVote(one, vote, new Date());
    await recordVote(other, { ...vote, helpful: true }, new Date());
    expect(await votesFor(one, REPLY)).toEqual({ helpful: 1, notIt: 0 });
    const later = await open(server.url);
    expect(later.pseudonymOf('voter', USER)).toBe(one.pseudonymOf('voter', USER));
    expect(await votesFor(later, REPLY)).toEqual({ helpful: 1, notIt: 0 });
    expect(readdirSync(folder)).not.toContain('server.db-key');
  });
});
