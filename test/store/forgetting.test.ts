import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordVote, votesFor } from '../../src/store/feedback.js';
import {
  forgetChannel,
  forgetGuild,
  forgetMessage,
  forgetOld,
  forgetPerson,
} from '../../src/store/forgetting.js';
import { MIGRATIONS } from '../../src/store/migrations.js';
import { missedQuestions, recordUnanswered } from '../../src/store/questions.js';
import { migrate, openStore, type Store } from '../../src/store/store.js';

const SECRET = 'are you still seeing that doctor';
const day = new Date('2026-03-10T23:59:00Z');
const place = { guild: 'g', channel: 'c', parent: 'p' };

let folder: string;
let url: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-forgetting-'));
  url = `file:${path.join(folder, 'clippings.db')}`;
  store = await openStore({ url });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

async function keepAll(): Promise<void> {
  await recordUnanswered(store, { message: 'message', asker: 'asker' }, place, SECRET, day);
  const vote = {
    reply: 'reply',
    message: 'message',
    place,
    user: 'u',
    helpful: false,
    question: { words: SECRET, asker: 'asker' },
  };
  await recordVote(store, vote, day);
}
const missed = () => missedQuestions(store, null, 9);

test.each<[string, () => Promise<void>]>([
  ['message', () => forgetMessage(store, 'message')],
  ['channel', () => forgetChannel(store, 'c')],
  ['channel that its thread belonged to', () => forgetChannel(store, 'p')],
  ['guild', () => forgetGuild(store, 'g')],
])('what was asked is gone with its %s', async (_, forget) => {
  await keepAll();
  await forget();
  expect(await missed()).toEqual([]);
});

test.each<[string, () => Promise<void>]>([
  ['message', () => forgetMessage(store, 'another')],
  ['channel', () => forgetChannel(store, 'another')],
  ['guild', () => forgetGuild(store, 'another')],
])('it stays when another %s goes', async (_, forget) => {
  await keepAll();
  await forget();
  expect(await missed()).toMatchObject([{ unanswered: 1, notIt: 1 }]);
});

test('the votes on a message of ours are gone with it, what was asked stays', async () => {
  await keepAll();
  await forgetMessage(store, 'reply');
  expect(await missed()).toMatchObject([{ unanswered: 1, notIt: 0 }]);
});

test('nothing stays for longer than the days that are set', async () => {
  await keepAll();
  await forgetOld(store, Date.parse('2026-03-12T23:58:00Z'), 3);
  expect(await missed()).toHaveLength(1);
  await forgetOld(store, Date.parse('2026-03-13T23:58:00Z'), 3);
  expect(await missed()).toEqual([]);
});

/** Everything that the files of the database hold. */
function bytes(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');
}

test('what is forgotten does not stay in the file', async () => {
  await keepAll();
  expect(bytes()).toContain(SECRET);
  // Several at once: every connection has to overwrite what it deletes.
  await Promise.all([missed(), forgetMessage(store, 'message'), missed()]);
  expect(bytes()).not.toContain(SECRET);
});

test('what one person asked leaves the file, also where others voted on it, and so do their votes', async () => {
  await keepAll();
  await recordUnanswered(store, { message: 'more', asker: 'another' }, place, 'who won?', day);
  const vote = { reply: 'other', message: 'more', place, user: 'asker', helpful: true, question: null };
  await recordVote(store, vote, day);
  expect(await forgetPerson(store, 'nobody')).toEqual({ questions: 0, votes: 0, watches: 0 });
  expect(bytes()).toContain(SECRET);
  expect(await forgetPerson(store, 'asker')).toEqual({ questions: 1, votes: 1, watches: 0 });
  expect(bytes()).not.toContain(SECRET);
  expect(await votesFor(store, 'other')).toEqual({ helpful: 0, notIt: 0 });
  expect(await missed()).toMatchObject([{ question: 'who won?' }]);
});

test('thousands of questions of one person go at once', async () => {
  await store.batch(
    Array.from({ length: 1_000 }, (_, number) => ({
      sql: "INSERT INTO questions (message, asker, guild, channel, folded, question, day) VALUES (?, ?, 'g', 'c', 'q', 'q', ?)",
      args: [`${number}`, store.pseudonymOf('asker', `${number}`, 'asker'), '2026-03-10'],
    })),
    'write',
  );
  expect(await forgetPerson(store, 'asker')).toMatchObject({ questions: 1_000 });
  expect(await missed()).toEqual([]);
});

test('questions and votes of before, which nothing tells apart, leave the file', async () => {
  store.close();
  rmSync(folder, { recursive: true });
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-forgetting-'));
  url = `file:${path.join(folder, 'clippings.db')}`;
  const old = createClient({ url });
  await migrate(
    old,
    MIGRATIONS.slice(
      0,
      MIGRATIONS.findIndex(({ name }) => name === 'no private questions'),
    ),
  );
  await old.batch([
    {
      sql: "INSERT INTO questions VALUES ('g', ?, ?, 1, '2026-01-01T00:00:00.000Z')",
      args: [SECRET, SECRET],
    },
    { sql: "INSERT INTO feedback VALUES ('7', 'plain hash', 'g', ?, 0)", args: [SECRET] },
    "INSERT INTO replies VALUES ('1', '2', '3', 4)",
  ]);
  old.close();
  expect(bytes()).toContain('plain hash');
  store = await openStore({ url });
  expect(await missed()).toEqual([]);
  expect((await store.execute('SELECT message, guild FROM replies')).rows).toMatchObject([
    { message: '1', guild: null },
  ]);
  // As the bot does when it starts.
  await forgetOld(store, Date.now(), 90);
  expect(bytes()).not.toMatch(new RegExp(`${SECRET}|plain hash`));
});
