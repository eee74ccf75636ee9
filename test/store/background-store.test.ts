import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackgroundStore } from '../../src/store/background-store.js';
import { readGuildSettings, writeGuildSettings } from '../../src/store/guild-settings.js';
import { openStore, type Store } from '../../src/store/store.js';
import { UserError } from '../../src/user-error.js';
import { builtMain } from '../built.js';

let folder: string;
let entry: URL;
let url: string;
let background: Store;
let here: Store;

beforeAll(async () => {
  entry = new URL('store-thread.js', pathToFileURL(builtMain()));
  folder = await mkdtemp(join(tmpdir(), 'clippings-store-'));
  url = `file:${join(folder, 'clippings.db')}`;
  background = await openBackgroundStore({ url }, entry);
  here = await openStore({ url });
}, 60_000);
afterAll(async () => {
  background.close();
  here.close();
  await rm(folder, { recursive: true });
});

describe('a database in a thread of its own', () => {
  it('keeps what is written, for everybody', async () => {
    const settings = { answerChannels: ['1'], openChannels: ['2'], privateByDefault: true };
    await writeGuildSettings(background, 'guild', settings);
    expect(await readGuildSettings(background, 'guild')).toEqual(settings);
    expect(await readGuildSettings(here, 'guild')).toEqual(settings);
  });

  it('gives what one in this thread gives', async () => {
    const sql = 'SELECT ? AS word, 2 AS number, NULL AS missing, zeroblob(2) AS bytes';
    const statement = { sql, args: ['troops'] };
    const [one, other] = [await background.execute(statement), await here.execute(statement)];
    expect(one.rows).toEqual(other.rows.map((row) => ({ ...row })));
    expect(one).toMatchObject({ columns: other.columns, rowsAffected: 0 });
  });

  it('erases', async () => {
    await writeGuildSettings(background, 'lost', {
      answerChannels: ['1'],
      openChannels: [],
      privateByDefault: false,
    });
    await background.erase(["DELETE FROM guild_settings WHERE guild = 'lost'"]);
    expect((await readGuildSettings(here, 'lost')).answerChannels).toEqual([]);
  });

  it('knows people by the same pseudonyms', () => {
    expect(background.pseudonymOf('voter', '1')).toBe(here.pseudonymOf('voter', '1'));
  });

  it('does all of a batch, or nothing', async () => {
    await background.execute('CREATE TABLE sums (sum INTEGER PRIMARY KEY)');
    const insert = (sum: number) => ({ sql: 'INSERT INTO sums VALUES (?)', args: [sum] });
    await background.batch([insert(1), insert(2)], 'write');
    await expect(background.batch([insert(3), insert(1)], 'write')).rejects.toMatchObject({
      code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
    });
    expect((await here.execute('SELECT sum FROM sums ORDER BY sum')).rows.map(({ sum }) => sum)).toEqual([
      1, 2,
    ]);
  });

  it('says what is wrong when it cannot be opened', async () => {
    const broken = openBackgroundStore({ url: `file:${folder}` }, entry);
    await expect(broken).rejects.toBeInstanceOf(UserError);
    await expect(broken).rejects.toMatchObject({ code: 'store-unreachable' });
  });

  it('answers nothing any more when it is closed', async () => {
    const store = await openBackgroundStore({ url: `file:${join(folder, 'other.db')}` }, entry);
    const last = store.execute('SELECT 1 AS one');
    store.close();
    expect((await last).rows).toEqual([{ one: 1 }]);
    await expect(store.execute('SELECT 1')).rejects.toThrow();
  });
});
