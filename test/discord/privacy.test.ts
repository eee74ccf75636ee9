import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptQuestions } from './kept-questions.js';
import { RunningBot, textOf } from './running-bot.js';
import { type StandIn, waitFor } from './stand-in/stand-in.js';
import type { Channel, Message } from './stand-in/world.js';

const CHEESE = 'what is the price of cheese?';
const SOLDIERS = 'how many U.S. soldiers are there in Iraq?';

let room: RunningBot;
let discord: StandIn;
let privateThread: Channel;
beforeAll(async () => {
  room = await RunningBot.open({
    prepare: ({ world }) => {
      privateThread = world.addChannel({ type: 12, name: 'between us', parent: world.general.id });
    },
  });
  discord = room.discord;
});
afterAll(() => room.close());

const kept = () => keptQuestions(room);

const settings = () => discord.answer(discord.command('settings', {}, { user: discord.manager }));
const byDefault = async (value: 'private' | 'public'): Promise<void> => {
  await discord.answer(discord.pick(await settings(), 3, [value], { user: discord.manager }));
};
const answerIn = async (channels: string[]): Promise<void> => {
  const pick = discord.pickId(await settings(), 8, 'settings:answer', channels, { user: discord.manager });
  await discord.answer(pick);
};
const ask = (question: string, more: Record<string, unknown> = {}, where: object = {}): Promise<Message> =>
  discord.answer(discord.command('ask', { question, ...more }, where));
const direct = () => discord.world.directChannel(discord.reader);

describe('a question without an answer is not kept', () => {
  test('when /ask was to answer in private', async () => {
    await ask(CHEESE, { private: true });
    expect(await kept()).toEqual([]);
  });

  test('when the server has /ask answer in private', async () => {
    await byDefault('private');
    await ask(CHEESE);
    await byDefault('public');
    expect(await kept()).toEqual([]);
  });

  test('when the answer is private because answers belong elsewhere', async () => {
    await answerIn([discord.world.news.id]);
    await ask(CHEESE);
    await answerIn([]);
    expect(await kept()).toEqual([]);
  });

  test('in direct messages', async () => {
    await discord.replyTo(discord.say(CHEESE, { channel: direct() }));
    await ask(CHEESE, {}, { channel: direct() });
    expect(await kept()).toEqual([]);
  });

  test('in a private thread', async () => {
    await discord.replyTo(discord.mention(CHEESE, { channel: privateThread }));
    await ask(CHEESE, {}, { channel: privateThread });
    expect(await kept()).toEqual([]);
  });

  test('in a server that the bot is no member of', async () => {
    const channel = discord.world.addChannel({ type: 0, name: 'elsewhere', guild: '99' });
    await ask(CHEESE, {}, { channel, installed: 'user' });
    expect(await kept()).toEqual([]);
  });

  test('when it is unknown whether others see the answer: the acknowledgement was lost', async () => {
    discord.faults.add({ method: 'POST', path: /callback$/, status: 500, applied: true });
    await ask(CHEESE);
    expect(await kept()).toEqual([]);
  });
});

describe('a private answer takes no votes', () => {
  test.each<[string, () => Promise<Message>]>([
    ['by /ask', () => ask(SOLDIERS, { private: true })],
    ['in direct messages', () => discord.replyTo(discord.say(SOLDIERS, { channel: direct() }))],
    ['in a private thread', () => discord.replyTo(discord.mention(SOLDIERS, { channel: privateThread }))],
  ])('%s', async (_, answered) => {
    const answer = await answered();
    expect(textOf(answer)).toContain('5,000');
    expect(() => discord.press(answer, '👎')).toThrow('there is no button');
    // As a button would that was forged, or is of another version.
    for (const id of ['vote:not-it', 'vote:not-it:kept']) {
      const pressed = discord.pressId(answer, id);
      const told = await waitFor('a word to the voter', () => pressed.followUps[0]);
      expect(textOf(told)).toContain('not kept');
    }
    expect(await kept()).toEqual([]);
  });
});

test('a public question by /ask is kept, and its answer takes votes', async () => {
  await ask(CHEESE);
  await discord.answer(discord.press(await ask(SOLDIERS), '👎'));
  expect(await kept()).toEqual([SOLDIERS, CHEESE]);
});
