import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.js';
import { migrate, openStore } from '../../src/store/store.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = () => `file:${path.join(folder, 'new', 'clippings.db')}`;

async function names(store: Awaited<ReturnType<typeof openStore>>): Promise<unknown[]> {
  return (await store.execute('SELECT name FROM migrations')).rows.map((row) => row.name);
}

test('a new database is created with its folder and every migration', async () => {
  const store = await openStore({ url: url() });
  expect((await names(store)).toSorted()).toEqual(MIGRATIONS.map(({ name }) => name).toSorted());
  store.close();
});

test('opening twice at once applies each migration once', async () => {
  const stores = await Promise.all([openStore({ url: url() }), openStore({ url: url() })]);
  for (const store of stores) {
    expect(await names(store)).toHaveLength(MIGRATIONS.length);
    store.close();
  }
});

test('what was written is there after it was opened again', async () => {
  const first = await openStore({ url: url() });
  await first.execute("INSERT INTO guild_settings VALUES ('1', '[]', '[]', 1)");
  first.close();
  const second = await openStore({ url: url() });
  expect((await second.execute('SELECT guild FROM guild_settings')).rows).toHaveLength(1);
  second.close();
});

test('a migration that fails half-way leaves nothing behind', async () => {
  const store = await openStore({ url: url() });
  const broken = { name: 'broken', statements: ['CREATE TABLE half (x TEXT) STRICT', 'NOT SQL'] };
  await expect(migrate(store, [broken])).rejects.toThrow();
  expect((await store.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'")).rows).toHaveLength(0);
  expect(await names(store)).not.toContain('broken');
  store.close();
});

test('an address that cannot be opened is named, with what to check', async () => {
  await expect(openStore({ url: 'nonsense://x' })).rejects.toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('nonsense://x'),
    hint: expect.stringContaining('STORE_URL'),
  });
});

test.each(['libsql://127.0.0.1:9/?authToken=SECRET', 'https://user:SECRET@127.0.0.1:9/'])(
  'what may be secret of %s is in no error, and in no cause of one',
  async (secret) => {
    const error = await openStore({ url: secret }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining('//127.0.0.1:9/') });
    expect(inspect(error, { depth: null })).not.toContain('SECRET');
  },
);
