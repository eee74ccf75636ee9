import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDigest, lastDigests, recordOutcome } from '../../src/store/digest-sends.js';
import { recordVote, votesFor } from '../../src/store/feedback.js';
import { addFeed, claimDueFeed, listFeeds } from '../../src/store/feeds.js';
import { forgetMessage } from '../../src/store/forgetting.js';
import { readGuildSettings, writeGuildSettings } from '../../src/store/guild-settings.js';
import { holdLease, readLeases, renewLeases } from '../../src/store/leases.js';
import { MIGRATIONS } from '../../src/store/migrations.js';
import { missedQuestions, recordUnanswered } from '../../src/store/questions.js';
import { claimMessage, findReply, recordReply } from '../../src/store/replies.js';
import { openStore, type Store } from '../../src/store/store.js';
import { LibsqlServer } from './libsql-server.js';
import { scheduleDigest } from './scheduled-digest.js';

const message = { message: '1', guild: '5', channel: '2' };

let folder: string;
let server: LibsqlServer;
let stores: [Store, Store, ...Store[]];
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-remote-'));
  server = await LibsqlServer.start(path.join(folder, 'server.db'), 'secret');
  stores = await Promise.all([openRemote(), openRemote()]);
});
afterEach(async () => {
  for (const store of stores) store.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** @param patience in milliseconds, by default longer than a busy machine takes */
function openRemote(patience = 30_000): Promise<Store> {
  return openStore({ url: server.url, authToken: 'secret', patience });
}

/** How many of those who ask at once get something. */
async function winners(ask: (store: Store, at: number) => Promise<unknown>): Promise<number> {
  const answers = await Promise.all([...stores, ...stores].map(ask));
  return answers.filter(Boolean).length;
}

test('two that open a new database together apply each migration once', async () => {
  const { rows } = await stores[0].execute('SELECT name FROM migrations');
  expect(rows).toHaveLength(MIGRATIONS.length);
  expect(server.asked).toBeGreaterThan(MIGRATIONS.length);
});

test('of several, one gets a message, a digest, a feed, a lease', async () => {
  const due = { guild: '1', digest: 1, isForum: false, due: 1_000, channel: '2', period: 'p' };
  await addFeed(stores[0], 'https://example.org/feed', null, 0);
  await scheduleDigest(stores[0], { guild: '1', channel: '2', since: 0 });
  expect(await winners((store) => claimMessage(store, message, 1))).toBe(1);
  expect(await winners((store, at) => claimDigest(store, due, { holder: `${at}`, now: 1, lease: 9 }))).toBe(
    1,
  );
  expect(await winners((store) => claimDueFeed(store, 1, 99))).toBe(1);
  expect(await winners((store, at) => holdLease(store, { name: 'feeds', holder: `${at}` }, 60_000))).toBe(1);
});

test('what one writes the other reads, as it was', async () => {
  const [one, other] = stores;
  const settings = { answerChannels: ['1'], openChannels: [], privateByDefault: true };
  await writeGuildSettings(one, '5', settings);
  expect(await readGuildSettings(other, '5')).toEqual(settings);

  await claimMessage(one, { message: '7', guild: null, channel: '8' }, 1_795_342_163_130);
  await recordReply(one, '7', '9');
  expect(await findReply(other, '7')).toEqual({ channel: '8', reply: '9', claimed: 1_795_342_163_130 });

  await scheduleDigest(one, { guild: '1', channel: '2', since: 0 });
  await claimDigest(
    one,
    { guild: '1', digest: 1, isForum: false, due: 5, channel: '2', period: 'p' },
    { holder: 'a', now: 1, lease: 9 },
  );
  await recordOutcome(
    one,
    { guild: '1', digest: 1, isForum: false, due: 5, channel: '2', period: 'p' },
    'a',
    {
      state: 'sent',
      message: '3',
    },
  );
  expect(await lastDigests(other, '1', 1)).toMatchObject([{ due: 5, state: 'sent', message: '3' }]);

  const place = { guild: '1', channel: '8', parent: null };
  await recordUnanswered(one, { message: '7', asker: '1' }, place, 'Who won?', new Date(0));
  await recordVote(
    one,
    {
      reply: '9',
      message: '7',
      place,
      user: '1',
      helpful: false,
      question: { words: 'Who won?', asker: '1' },
    },
    new Date(0),
  );
  expect(await votesFor(other, '9')).toEqual({ helpful: 0, notIt: 1 });
  expect(await missedQuestions(other, null, 5)).toMatchObject([
    { question: 'Who won?', unanswered: 1, notIt: 1 },
  ]);
  await forgetMessage(other, '7');
  expect(await missedQuestions(one, null, 5)).toEqual([]);

  await addFeed(one, 'https://example.org/feed', 'Feed', 17);
  expect(await listFeeds(other)).toMatchObject([{ title: 'Feed', added: 17, lastSuccess: null }]);

  await holdLease(one, { name: 'shard 0', holder: 'a' }, 60_000);
  await renewLeases(one, 'a', 60_000);
  expect(await readLeases(other)).toEqual([{ name: 'shard 0', holder: 'a' }]);
});

test('a wrong password is said to be what to check', async () => {
  await expect(openStore({ url: server.url, authToken: 'wrong' })).rejects.toMatchObject({
    code: 'store-unreachable',
    hint: expect.stringContaining('STORE_AUTH_TOKEN'),
  });
});

test('a server that was gone is used again when it is back', async () => {
  server.state = 'gone';
  await expect(claimMessage(stores[0], message, 1)).rejects.toThrow();
  server.state = 'here';
  expect(await claimMessage(stores[0], message, 1)).toBe(true);
});

test('a server that was silent is used again when it is back', async () => {
  const impatient = await openRemote(2_000);
  stores.push(impatient);
  server.state = 'silent';
  await expect(claimMessage(impatient, message, 1)).rejects.toThrow();
  server.state = 'here';
  expect(await claimMessage(impatient, message, 1)).toBe(true);
});
