import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeGuildSettings } from '../../../src/store/guild-settings.js';
import { missedQuestions } from '../../../src/store/questions.js';
import { RunningBot, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  room = await RunningBot.open({ bot: { messageContent: true }, discord: { messageContentGranted: true } });
  discord = room.discord;
  const openChannels = [discord.world.news.id, discord.world.forum.id];
  const chosen = { answerChannels: [], openChannels, privateByDefault: false };
  await writeGuildSettings(room.store, discord.world.guild, chosen);
});
afterAll(() => room.close());

test('a question in an open channel needs no mention', async () => {
  const question = discord.say('how many U.S. soldiers are there in Iraq?', { channel: discord.world.news });
  expect(textOf(await discord.replyTo(question))).toContain('5,000');
});

test('nor in a post of an open forum', async () => {
  const question = discord.say('how many U.S. soldiers are there in Iraq?', { channel: discord.world.post });
  expect(textOf(await discord.replyTo(question))).toContain('5,000');
});

test('talk there, and questions elsewhere, are left alone', async () => {
  const talk = discord.say('what a day', { channel: discord.world.news });
  const elsewhere = discord.say('how many U.S. soldiers are there in Iraq?');
  await room.ask('how many U.S. soldiers are there in Iraq?');
  expect([...discord.repliesTo(talk), ...discord.repliesTo(elsewhere)]).toEqual([]);
});

describe('what members ask each other there', () => {
  const DOCTOR = 'are you still seeing that doctor about your knee?';
  const missed = () => missedQuestions(room.store, null, 9);

  test('is not kept, though it found no answer', async () => {
    await discord.replyTo(discord.say(DOCTOR, { channel: discord.world.news }));
    // A question to the bot, asked later, is kept by now.
    const toUs = discord.mention('who won the world cup?', { channel: discord.world.news });
    await discord.replyTo(toUs);
    await vi.waitFor(async () => expect(await missed()).toHaveLength(1));
    expect(await missed()).toMatchObject([{ question: 'who won the world cup?' }]);
  });

  test('is not kept either by a vote on its answer', async () => {
    const answer = await discord.replyTo(
      discord.say('how many U.S. soldiers are there in Iraq?', { channel: discord.world.news }),
    );
    expect(() => discord.press(answer, 'Not it')).toThrow('there is no button');
    // As on the answers of older versions, which had the button everywhere.
    const voted = await discord.answer(discord.pressId(answer, 'vote:not-it'));
    expect(textOf(voted)).toContain('not kept');
    expect(await missed()).toHaveLength(1);
  });

  test('is kept when it is addressed to the bot: an answer takes votes then', async () => {
    const question = discord.mention('how many U.S. soldiers are there in Iraq?', {
      channel: discord.world.news,
    });
    await discord.answer(discord.press(await discord.replyTo(question), 'Not it'));
    expect(await missed()).toContainEqual(
      expect.objectContaining({ question: 'how many U.S. soldiers are there in Iraq?', notIt: 1 }),
    );
  });
});

test('without the intent nothing more is read than must be', async () => {
  await room.restart({ messageContent: false });
  expect(discord.gateway.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
});
