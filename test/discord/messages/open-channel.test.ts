import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeGuildSettings } from '../../../src/store/guild-settings.js';
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
  const question = discord.say('how many troops are in Iraq?', { channel: discord.world.news });
  expect(textOf(await discord.replyTo(question))).toContain('5,000');
});

test('nor in a post of an open forum', async () => {
  const question = discord.say('how many troops are in Iraq?', { channel: discord.world.post });
  expect(textOf(await discord.replyTo(question))).toContain('5,000');
});

test('talk there, and questions elsewhere, are left alone', async () => {
  const talk = discord.say('what a day', { channel: discord.world.news });
  const elsewhere = discord.say('how many troops are in Iraq?');
  await room.ask('how many troops are in Iraq?');
  expect([...discord.repliesTo(talk), ...discord.repliesTo(elsewhere)]).toEqual([]);
});

test('without the intent nothing more is read than must be', async () => {
  await room.restart({ messageContent: false });
  expect(discord.gateway.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
});
