import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendDueDigests } from '../../src/discord/digests/clock.js';
import { deliveryOf } from '../../src/discord/digests/delivery.js';
import type { Counts } from '../../src/metrics/counts.js';
import { UserError } from '../../src/user-error.js';
import { scheduleDigest } from '../store/scheduled-digest.js';
import { anAnswer } from './answers.js';
import { RunningBot } from './running-bot.js';

const counted: string[] = [];
const times: number[] = [];
const counts: Counts = {
  question: (outcome, seconds) => {
    counted.push(outcome);
    times.push(seconds);
  },
  digest: (outcome) => counted.push(`digest ${outcome}`),
  feedPoll: () => counted.push('feed'),
};

/** Ends as the question says. */
async function ask(question: string) {
  const code = /code (\S+)/.exec(question)?.[1];
  if (code) throw new UserError(code, 'So it ends.');
  if (question.includes('fault')) throw new Error('a bug');
  return anAnswer({ question });
}

let room: RunningBot;
beforeAll(async () => {
  room = await RunningBot.open({ ask, bot: { counts } });
});
afterAll(() => room.close());

async function countedFor(question: string): Promise<string[]> {
  counted.length = 0;
  await room.ask(question);
  return [...counted];
}

test.each([
  ['Who won?', 'answered'],
  ['An empty one? code question-empty', 'refused'],
  ['Too many? code busy', 'busy'],
  ['A long one? code too-slow', 'too_slow'],
  ['While it is opened? code service-closed', 'archive_away'],
  ['While its cluster is away? code archive-unreachable', 'archive_away'],
  ['A fault?', 'fault'],
])('%s is counted as %s', async (question, outcome) => {
  expect(await countedFor(question)).toEqual([outcome]);
});

test('the time of an answer is in seconds', async () => {
  await countedFor('How long?');
  expect(times.at(-1)).toBeGreaterThan(0);
  expect(times.at(-1)).toBeLessThan(60);
});

test('a question by command is counted once, and what is pressed below its answer is not', async () => {
  counted.length = 0;
  const { discord } = room;
  const answer = await discord.answer(discord.command('ask', { question: 'By command?' }));
  await discord.answer(discord.press(answer, /Context/));
  expect(counted).toEqual(['answered']);
});

test('a digest is counted by what became of it', async () => {
  const { discord, store, bot, client } = room;
  const due = Date.parse('2026-03-10T07:00:00Z');
  await scheduleDigest(store, {
    guild: discord.world.guild,
    channel: discord.world.general.id,
    quietLine: true,
    since: due - 1,
  });
  counted.length = 0;
  const delivery = deliveryOf(bot.context, client);
  const MESSAGES = { method: 'POST', path: /messages$/ };
  discord.faults.add({ ...MESSAGES, status: 403, code: 50013 });
  await sendDueDigests({ ...delivery, now: () => due });
  await sendDueDigests({ ...delivery, now: () => due + 24 * 60 * 60 * 1000 });
  expect(counted).toEqual(['digest failed', 'digest sent']);
});
