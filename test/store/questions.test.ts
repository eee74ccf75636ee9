import { beforeEach, expect, test } from 'vitest';
import { recordVote, votesFor } from '../../src/store/feedback.js';
import { missedQuestions, recordUnanswered } from '../../src/store/questions.js';
import { openStore, type Store } from '../../src/store/store.js';

const day = new Date('2020-01-05T12:00:00Z');
let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

const place = { guild: 'guild', channel: 'channel', parent: null };
const vote = {
  reply: '7',
  message: '6',
  place,
  user: '1',
  question: { words: 'Who voted?', asker: '2' },
  helpful: false,
};

let messages = 0;
const missed = (question: string, guild = 'guild', at = day) =>
  recordUnanswered(store, { message: `${messages++}`, asker: '1' }, { ...place, guild }, question, at);

test('spellings of one question are counted together, the most missed first', async () => {
  for (const question of ['Who is it?', 'who  is it', 'WHO IS IT?!', 'When?']) await missed(question);
  expect(await missedQuestions(store, 'guild', 10)).toMatchObject([
    {
      guild: 'guild',
      question: expect.stringMatching(/^who\s+is it/i),
      unanswered: 3,
      notIt: 0,
      lastAsked: '2020-01-05',
    },
    { guild: 'guild', question: 'When?', unanswered: 1, notIt: 0, lastAsked: '2020-01-05' },
  ]);
});

test('a guild sees its own questions, the operator all', async () => {
  await missed('A?', 'one');
  await missed('B?', 'two');
  expect(await missedQuestions(store, 'one', 10)).toHaveLength(1);
  expect(await missedQuestions(store, null, 10)).toHaveLength(2);
});

test('answers that were not it are counted by people', async () => {
  await recordVote(store, vote, day);
  await recordVote(store, vote, day);
  await recordVote(store, { ...vote, user: '2' }, day);
  expect(await missedQuestions(store, 'guild', 10)).toMatchObject([
    { question: 'Who voted?', unanswered: 0, notIt: 2 },
  ]);
});

test('a vote can be changed', async () => {
  await recordVote(store, vote, day);
  await recordVote(store, { ...vote, helpful: true }, day);
  expect(await votesFor(store, '7')).toEqual({ helpful: 1, notIt: 0 });
  expect(await missedQuestions(store, 'guild', 10)).toEqual([]);
});

test('a vote without its question still counts', async () => {
  await recordVote(store, { ...vote, question: null }, day);
  expect(await votesFor(store, '7')).toEqual({ helpful: 0, notIt: 1 });
  expect(await missedQuestions(store, null, 10)).toEqual([]);
});

test('neither who asked or voted, nor the message or the moment that would tell, can be read from the database', async () => {
  await recordUnanswered(store, { message: '987654321', asker: '123456789' }, place, 'Who won?', day);
  await recordVote(store, { ...vote, message: '987654321', reply: '567891234', user: '123456789' }, day);
  const tables = await Promise.all(
    ['questions', 'feedback'].map((table) => store.execute(`SELECT * FROM ${table}`)),
  );
  const text = JSON.stringify(tables.map(({ rows }) => rows));
  for (const id of ['123456789', '987654321', '567891234', '12:00']) expect(text).not.toContain(id);
});
