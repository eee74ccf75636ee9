import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordVote, votesFor } from '../../src/store/feedback.js';
import { forgetMessage } from '../../src/store/forgetting.js';
import { patientStore } from '../../src/store/patient-store.js';
import { missedQuestions, recordUnanswered } from '../../src/store/questions.js';
import { openStore, type Store } from '../../src/store/store.js';

const place = { guild: '1', channel: '2', parent: null };
const day = new Date('2024-03-12');
const soon = { timeout: 15_000, interval: 50 };

let folder: string;
let url: string;
let told: string[];
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-held-'));
  url = `file:${join(folder, 'clippings.db')}`;
  told = [];
  store = patientStore(await openStore({ url, busyTimeout: 50 }), (line) => told.push(line), 20);
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

/** Holds the database as another process would; returns how to let it go. */
async function hold(): Promise<() => Promise<void>> {
  const other = createClient({ url, concurrency: 1 });
  const transaction = await other.transaction('write');
  return async () => {
    await transaction.rollback();
    other.close();
  };
}

const missed = (message: string) =>
  recordUnanswered(store, { message, asker: '7' }, place, `Who resigned in ${message}?`, day);
const helpful = () =>
  recordVote(store, { reply: '9', message: '8', place, user: '7', helpful: true, question: null }, day);
const kept = () => missedQuestions(store, null, 10);

describe('a database that another process holds', () => {
  it('does not make recording fail: what is recorded is kept, and written when it is let go', async () => {
    const letGo = await hold();
    await missed('May');
    await missed('June');
    await helpful();
    expect(await kept()).toEqual([]);
    await letGo();
    await vi.waitFor(async () => expect(await kept()).toHaveLength(2), soon);
    await vi.waitFor(async () => expect(await votesFor(store, '9')).toEqual({ helpful: 1, notIt: 0 }), soon);
  });

  it('is told in one line that says what to do, and in one when it is over', async () => {
    const letGo = await hold();
    await missed('May');
    await missed('June');
    expect(told).toEqual([expect.stringMatching(/held by another process.*End what has the file open/)]);
    await letGo();
    await vi.waitFor(() => expect(told).toHaveLength(2), soon);
    expect(told[1]).toBe('The database can be written again: 2 kept in memory are recorded, 0 were lost.');
  });

  it('forgets what was kept meanwhile as well', async () => {
    const letGo = await hold();
    await missed('May');
    const forgotten = forgetMessage(store, 'May');
    await letGo();
    await forgotten;
    expect(await kept()).toEqual([]);
    expect(told).toHaveLength(2);
  });

  it('is told when the bot ends before it is let go', async () => {
    const letGo = await hold();
    await missed('May');
    store.close();
    expect(told.at(-1)).toBe(
      '1 questions, votes and deletions were not recorded. The database is held by another process.',
    );
    await letGo();
  });

  it('can be written in transactions as soon as it is let go', async () => {
    const letGo = await hold();
    await expect(store.execute("DELETE FROM replies WHERE message = '1'")).rejects.toMatchObject({
      code: 'store-held',
    });
    await letGo();
    const insert = () => store.batch(["INSERT INTO absent_guilds VALUES ('1', 2)"], 'write');
    await vi.waitFor(insert, soon);
    const other = await openStore({ url });
    expect((await other.execute('SELECT guild FROM absent_guilds')).rows).toEqual([{ guild: '1' }]);
    other.close();
  });

  it('still fails with faults of ours', async () => {
    await expect(store.record('INSERT INTO nowhere VALUES (1)')).rejects.toThrow(/nowhere/);
    expect(told).toEqual([]);
  });
});

it('a database whose disk is full loses nothing that is recorded meanwhile, and says what to do', async () => {
  // As far as the engine is concerned, until it opens the file again.
  await store.execute('PRAGMA max_page_count = 1');
  for (let at = 0; at < 60; at++) await missed(`month ${at} ${'of the long year '.repeat(10)}`);
  expect(told[0]).toMatch(/no room left on its disk.*Make room/);
  await vi.waitFor(async () => expect(await missedQuestions(store, null, 100)).toHaveLength(60), soon);
  await vi.waitFor(() => expect(told).toHaveLength(2), soon);
  expect(told[1]).toMatch(/can be written again: \d+ kept in memory are recorded, 0 were lost/);
});

describe('a database file that is damaged while it is open', () => {
  it('is told in one line that says what to do, and is used again when it is put in order', async () => {
    for (let at = 0; at < 60; at++) await missed(`month ${at} ${'of the long year '.repeat(10)}`);
    await store.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    const file = join(folder, 'clippings.db');
    const sound = await readFile(file);
    await writeFile(file, Buffer.concat([sound.subarray(0, 100), Buffer.alloc(sound.length - 100, 0x55)]));
    // What is in memory is not read again otherwise.
    await store.execute('PRAGMA shrink_memory');
    await missed('May');
    await missed('June');
    expect(told).toEqual([expect.stringMatching(/is damaged.*clippings restore/)]);
    await writeFile(file, sound);
    await vi.waitFor(async () => expect(await missedQuestions(store, null, 100)).toHaveLength(62), soon);
  });
});

it('a database that is held while it is made says what to do', async () => {
  const fresh = `file:${join(folder, 'fresh.db')}`;
  const other = createClient({ url: fresh, concurrency: 1 });
  const transaction = await other.transaction('write');
  await expect(openStore({ url: fresh, busyTimeout: 50 })).rejects.toMatchObject({
    code: 'store-held',
    hint: expect.stringContaining('End what has the file open'),
  });
  await transaction.rollback();
  other.close();
});
