import { afterEach, beforeEach, expect, test } from 'vitest';
import { knownServers } from '../../../src/store/counts/servers.js';
import { guildStats, tallyQuestion } from '../../../src/store/counts/tallies.js';
import { recordVote } from '../../../src/store/feedback.js';
import { forgetGuild, forgetOld } from '../../../src/store/forgetting.js';
import { openStore, type Store } from '../../../src/store/store.js';

const monday = new Date('2026-03-09T12:00:00Z');
const tuesday = new Date('2026-03-10T12:00:00Z');
const NOTHING = {
  outcomes: { answered: 0, maybe: 0, unanswered: 0 },
  days: [],
  topics: [],
  sources: [],
  helpful: 0,
  notIt: 0,
};

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
  const answered = {
    outcome: 'answered' as const,
    topics: ['Iraq', 'Iraq'],
    sources: ['CNN', 'TIME', 'CNN'],
  };
  await tallyQuestion(store, 'g', answered, monday);
  await tallyQuestion(store, 'g', { ...answered, topics: [], sources: ['CNN'] }, tuesday);
  await tallyQuestion(store, 'g', { outcome: 'unanswered', topics: [], sources: [] }, tuesday);
  await tallyQuestion(store, 'other', { outcome: 'maybe', topics: [], sources: [] }, tuesday);
  await recordVote(
    store,
    {
      reply: 'r',
      message: 'm',
      place: { guild: 'g', channel: 'c', parent: null },
      user: 'u',
      helpful: true,
      question: null,
    },
    tuesday,
  );
});
afterEach(() => store.close());

test('what a server asked is counted by day, by outcome, by topic and source, once an answer', async () => {
  expect(await guildStats(store, 'g', '2026-03-09', 5)).toEqual({
    outcomes: { answered: 2, maybe: 0, unanswered: 1 },
    days: [
      { name: '2026-03-09', count: 1 },
      { name: '2026-03-10', count: 2 },
    ],
    topics: [{ name: 'Iraq', count: 1 }],
    sources: [
      { name: 'CNN', count: 2 },
      { name: 'TIME', count: 1 },
    ],
    helpful: 1,
    notIt: 0,
  });
  expect((await guildStats(store, 'g', '2026-03-10', 1)).sources).toEqual([{ name: 'CNN', count: 1 }]);
});

test('counts go with their server, and with time', async () => {
  await forgetOld(store, tuesday.getTime(), 1);
  expect((await guildStats(store, 'g', '2026-03-01', 5)).days).toEqual([{ name: '2026-03-10', count: 2 }]);
  await forgetGuild(store, 'g');
  expect(await guildStats(store, 'g', '2026-03-01', 5)).toEqual(NOTHING);
});

test('servers are listed with what is known of them, the busiest first, and those of which nothing is', async () => {
  const servers = await knownServers(store, '2026-03-09', ['silent']);
  expect(servers.map(({ guild, questions, unanswered }) => [guild, questions, unanswered])).toEqual([
    ['g', 3, 1],
    ['other', 1, 0],
    ['silent', 0, 0],
  ]);
});
