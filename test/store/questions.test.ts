import { beforeEach, expect, test } from 'vitest';
import { recordVote, votesFor } from '../../src/store/feedback.js';
import { missedQuestions, recordUnanswered } from '../../src/store/questions.js';
import { openStore, type Store } from '../../src/store/store.js';

const day = new Date('2020-01-05T12:00:00Z');
let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

const vote = { reply: '7', user: '1', scope: 'guild', question: 'Who voted?', helpful: false };

test('spellings of one question are counted together, the most missed first', async () => {
  for (const question of ['Who is it?', 'who  is it', 'WHO IS IT?!', 'When?'])
    await recordUnanswered(store, 'guild', question, day);
  expect(await missedQuestions(store, 'guild', 10)).toEqual([
    { scope: 'guild', question: 'Who is it?', unanswered: 3, notIt: 0, lastAsked: day.toISOString() },
    { scope: 'guild', question: 'When?', unanswered: 1, notIt: 0, lastAsked: day.toISOString() },
  ]);
});

test('a guild sees its own questions, the operator all', async () => {
  await recordUnanswered(store, 'one', 'A?', day);
  await recordUnanswered(store, 'two', 'B?', day);
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

test('who voted cannot be read from the database', async () => {
  await recordVote(store, { ...vote, user: '123456789' }, day);
  const { rows } = await store.execute('SELECT * FROM feedback');
  expect(JSON.stringify(rows)).not.toContain('123456789');
});
