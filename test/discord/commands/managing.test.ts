import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { missedQuestions } from '../../../src/store/questions.js';
import { RunningBot, soon, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';
import type { Message } from '../stand-in/world.js';

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  room = await RunningBot.open();
  discord = room.discord;
});
afterAll(() => room.close());

const TROOPS = 'how many troops are in Iraq?';
const byManager = () => ({ user: discord.manager });
const settings = () => discord.answer(discord.command('settings', {}, byManager()));

/** The panel has two channel menus: where it answers, and where it answers everything. */
async function choose(panel: Message, menu: 'answer' | 'open', channels: string[]): Promise<Message> {
  return discord.answer(discord.pickId(panel, 8, `settings:${menu}`, channels, byManager()));
}

describe('/settings', () => {
  test('is for those who may manage the server', async () => {
    const refused = await discord.answer(discord.command('settings'));
    expect(textOf(refused)).toContain('Only members who may manage the server');
    expect(refused.onlyFor).toBe(discord.reader.id);
  });

  test('cannot be used through somebody else’s panel either', async () => {
    const interaction = discord.pickId(await settings(), 8, 'settings:answer', [discord.world.news.id]);
    expect(textOf(await discord.answer(interaction))).toContain('Only members');
    expect(await room.answerTo(TROOPS)).toContain('5,000');
  });

  test('keeps answers to the channels that were chosen', async () => {
    await choose(await settings(), 'answer', [discord.world.news.id]);
    expect(await room.answerTo(TROOPS)).toContain(`Ask me in <#${discord.world.news.id}>`);
    const there = discord.mention(TROOPS, { channel: discord.world.news });
    expect(textOf(await discord.replyTo(there))).toContain('5,000');
  });

  test('elsewhere /ask answers in private, and says why', async () => {
    const answer = await discord.answer(discord.command('ask', { question: TROOPS }));
    expect(answer.onlyFor).toBe(discord.reader.id);
    expect(textOf(answer)).toMatch(/5,000.*Only you see this/s);
  });

  test('is kept over a restart', async () => {
    await room.restart();
    expect(await room.answerTo(TROOPS)).toContain('Ask me in');
  });

  test('with no channel chosen answers everywhere again', async () => {
    await choose(await settings(), 'answer', []);
    expect(await room.answerTo(TROOPS)).toContain('5,000');
  });

  test('makes answers private by default, which one may override', async () => {
    await discord.answer(discord.pick(await settings(), 3, ['private'], byManager()));
    expect((await discord.answer(discord.command('ask', { question: TROOPS }))).onlyFor).not.toBeNull();
    const shown = discord.command('ask', { question: TROOPS, private: false });
    expect((await discord.answer(shown)).onlyFor).toBeNull();
    await discord.answer(discord.pick(await settings(), 3, ['public'], byManager()));
    expect((await discord.answer(discord.command('ask', { question: TROOPS }))).onlyFor).toBeNull();
  });
});

describe('a channel where every question is answered', () => {
  test('is explained while messages cannot be read', async () => {
    const panel = await choose(await settings(), 'open', [discord.world.general.id]);
    expect(textOf(panel)).toContain('Switched off by whoever runs this bot.');
    const unread = discord.say(TROOPS);
    await room.ask(TROOPS);
    expect(discord.repliesTo(unread)).toEqual([]);
  });
});

describe('/unanswered', () => {
  const list = () => discord.answer(discord.command('unanswered', {}, byManager()));

  test('is for those who may manage the server', async () => {
    expect(textOf(await discord.answer(discord.command('unanswered')))).toContain('Only members');
  });

  test('lists what found no answer here by what is asked, with counts and days', async () => {
    await room.answerTo('who won the world cup?');
    await room.answerTo('Who won the World Cup?');
    await room.answerTo('who won the world cup final this year?');
    const day = /\d+ \w+ \d{4}/.source;
    expect(textOf(await list())).toMatch(
      new RegExp(`^who won the world cup\\? \\(3 × no answer, ${day}\\)\\n-# also: who won .* final`, 'im'),
    );
  });

  test('lists what was asked for everybody to see by /ask', async () => {
    await discord.answer(discord.command('ask', { question: 'who sank the ship?' }));
    await vi.waitFor(async () => {
      expect(textOf(await list())).toContain('who sank the ship? (1 × no answer');
    }, soon);
  });

  test('takes off what a manager has done, until it is asked in vain again', async () => {
    const shown = await list();
    const left = await discord.answer(discord.press(shown, 'Done', byManager()));
    expect(textOf(left)).not.toContain('world cup');
    expect(textOf(left)).toContain('who sank the ship?');
    expect(textOf(await list())).not.toContain('world cup');
    await room.answerTo('who won the world cup?');
    expect(textOf(await list())).toContain('who won the world cup? (1 × no answer');
  });

  test('forgets what a manager wants forgotten', async () => {
    const shown = await list();
    const before = await missedQuestions(room.store, null, 99);
    await discord.answer(discord.press(shown, 'Forget', byManager()));
    const after = await missedQuestions(room.store, null, 99);
    expect(after.length).toBeLessThan(before.length);
  });

  test('keeps nothing when storing questions is off', async () => {
    await room.restart({ storeQuestions: false });
    await room.answerTo('who painted the ceiling?');
    expect(textOf(await list())).toContain('Storing questions is switched off');
    expect(textOf(await list())).not.toContain('ceiling');
    await room.restart();
  });
});

describe('/stats', () => {
  const stats = (options = {}) => discord.answer(discord.command('stats', options, byManager()));

  test('is for those who may manage the server', async () => {
    expect(textOf(await discord.answer(discord.command('stats')))).toContain('Only members');
  });

  test('counts questions, answers, votes, topics and sources, and names nobody', async () => {
    const answer = await room.ask(TROOPS);
    await discord.answer(discord.press(answer, '👍'));
    await discord.answer(discord.command('ask', { question: 'how many troops are in iraq?', private: true }));
    const before = textOf(await stats());
    await room.ask(TROOPS);
    await vi.waitFor(async () => {
      const text = textOf(await stats({ days: 7 }));
      expect(text).toMatch(/The last 7 days/);
      expect(text).toMatch(
        /\*\*\d+ questions\*\*, [\d.]+ a day: \d+ answered, \d+ with what may be.*, \d+ without/,
      );
      expect(text).toContain('Votes: 👍 1 · 👎 0');
      expect(text).toMatch(/Most asked about: Iraq \(\d+\)/);
      expect(text).toMatch(/Most quoted: .*\(\d+\)/);
      expect(text).not.toContain('troops');
      expect(answeredIn(text)).toBe(answeredIn(before) + 1);
    }, soon);
  });

  const answeredIn = (text: string): number => Number(/(\d+) answered/.exec(text)?.[1]);
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
