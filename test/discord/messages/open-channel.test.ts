import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeGuildSettings } from '../../../src/store/guild-settings.js';
import { missedQuestions } from '../../../src/store/questions.js';
import { RunningBot, soon, textOf } from '../running-bot.js';
import { type StandIn, waitFor } from '../stand-in/stand-in.js';

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

/** What the articles answer for sure. */
const SURE = 'how many iranian targets did trump name?';

test('a question in an open channel needs no mention', async () => {
  const question = discord.say(SURE, { channel: discord.world.news });
  expect(textOf(await discord.replyTo(question))).toContain('**52**');
});

test('nor in a post of an open forum', async () => {
  const question = discord.say(SURE, { channel: discord.world.post });
  expect(textOf(await discord.replyTo(question))).toContain('**52**');
});

describe('nothing is said there', () => {
  test.each([
    ['to chatter', 'lol really?'],
    ['to what members ask each other', 'wanna grab lunch?'],
    ['to what members ask each other of themselves', 'who ate my sandwich?'],
    ['to a question to somebody', '<@418237651209834510> how many iranian targets did trump name?'],
    ['to what the articles do not answer', 'who won the marble race in Peru?'],
    ['to what they answer, but not for sure', 'how many us troops are in iraq?'],
    ['to a question for the digest', 'what happened yesterday?'],
  ])('%s, not even a sign of typing', async (_, words) => {
    const line = discord.say(words, { channel: discord.world.news });
    await discord.replyTo(discord.say(SURE, { channel: discord.world.news }));
    expect(discord.repliesTo(line)).toEqual([]);
    expect(discord.requests.filter(({ path }) => path.endsWith('/typing'))).toEqual([]);
  });

  test('to who asks too much, nor that it is too much', async () => {
    await room.restart({ cooldown: 60_000 });
    const asked = Array.from({ length: 7 }, () => discord.say(SURE, { channel: discord.world.news }));
    await discord.replyTo(asked[4] ?? discord.say(''));
    await room.restart();
    expect(asked.slice(5).flatMap((line) => discord.repliesTo(line))).toEqual([]);
  });

  test('by a fault of ours', async () => {
    const ask = room.service.ask;
    room.service.ask = () => Promise.reject(new Error('a bug'));
    const line = discord.say(SURE, { channel: discord.world.news });
    await vi.waitFor(() => expect(room.log.some(({ level }) => level >= 50)).toBe(true), soon);
    room.service.ask = ask;
    await discord.replyTo(discord.say(SURE, { channel: discord.world.news }));
    expect(discord.repliesTo(line)).toEqual([]);
  });
});

test('an answer goes when its question becomes one for others', async () => {
  const question = discord.say(SURE, { channel: discord.world.news });
  const answer = await discord.replyTo(question);
  discord.editMessage(question, 'how many iranian targets did the zebras of Peru name?');
  await vi.waitFor(() => expect(answer.deleted).toBe(true), soon);
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
    discord.say(DOCTOR, { channel: discord.world.news });
    // A question to the bot, asked later, is kept by now.
    const toUs = discord.mention('who won the world cup?', { channel: discord.world.news });
    await discord.replyTo(toUs);
    await vi.waitFor(async () => expect(await missed()).toHaveLength(1), soon);
    expect(await missed()).toMatchObject([{ question: 'who won the world cup?' }]);
  });

  test('is not kept either by a vote on its answer', async () => {
    const answer = await discord.replyTo(discord.say(SURE, { channel: discord.world.news }));
    expect(() => discord.press(answer, '👎')).toThrow('there is no button');
    // As on the answers of older versions, which had the button everywhere.
    const pressed = discord.pressId(answer, 'vote:not-it');
    const told = await waitFor('a word to the voter', () => pressed.followUps[0]);
    expect(textOf(told)).toContain('not kept');
    expect(await missed()).toHaveLength(1);
  });

  test('is kept when it is addressed to the bot: an answer takes votes then', async () => {
    const question = discord.mention('how many U.S. soldiers are there in Iraq?', {
      channel: discord.world.news,
    });
    await discord.answer(discord.press(await discord.replyTo(question), '👎'));
    expect(await missed()).toContainEqual(
      expect.objectContaining({ question: 'how many U.S. soldiers are there in Iraq?', notIt: 1 }),
    );
  });
});

test('without the intent nothing more is read than must be', async () => {
  await room.restart({ messageContent: false });
  expect(discord.gateway.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
});
