import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArchiveService } from '../../src/service/archive-service.js';
import { RunningBot, textOf } from './running-bot.js';
import { waitFor } from './stand-in/stand-in.js';

// Answers come when a test says so, and everybody who waits longer than a moment is told.
const LATE = 20;
let answerNow: () => void;
let running: RunningBot;

beforeAll(async () => {
  const ask: ArchiveService['ask'] = (question) =>
    new Promise((resolve) => {
      answerNow = () =>
        resolve({
          question,
          answered: false,
          verdict: 'none',
          reason: 'No article here is about it.',
          related: [],
          confidence: 0,
          reading: { wanted: 'a number', terms: [], matched: [], followsUp: null },
          considered: { answerable: 0, values: [] },
        });
    });
  running = await RunningBot.open({ ask, bot: { late: LATE } });
});
afterAll(() => running.close());

const LONGER = /takes longer than usual/;
const ANSWER = /No article here is about it/;

test('a member who waits long for a reply is told once, and the answer takes the place of that', async () => {
  const message = running.discord.mention('how many troops are there?');
  const reply = await running.discord.replyTo(message);
  expect(textOf(reply)).toMatch(LONGER);
  answerNow();
  await waitFor('the answer', () => ANSWER.test(textOf(reply)));
  const replies = [...running.discord.world.messages.values()].filter(
    ({ reference }) => reference === message.id,
  );
  expect(replies).toHaveLength(1);
});

test('so is one who uses a command', async () => {
  const command = running.discord.command('ask', { question: 'how many troops are there?' });
  await waitFor('word', () => command.original !== null && LONGER.test(textOf(command.original)));
  answerNow();
  await waitFor('the answer', () =>
    [...running.discord.world.messages.values()].some((message) => ANSWER.test(textOf(message))),
  );
});
