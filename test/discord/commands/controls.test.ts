import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missedQuestions } from '../../../src/store/questions.js';
import { RunningBot, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';
import type { Message } from '../stand-in/world.js';

let room: RunningBot;
let discord: StandIn;
let answer: Message;
beforeAll(async () => {
  room = await RunningBot.open();
  discord = room.discord;
  answer = await room.ask('how many troops are in Iraq?');
});
afterAll(() => room.close());

const press = (label: string, where: Parameters<StandIn['press']>[2] = {}) =>
  discord.answer(discord.press(answer, label, where));

describe('Context', () => {
  test('shows each quote among its neighbours, only to the one who asked to see it', async () => {
    const quotes = textOf(answer).match(/^> .*$/gm) ?? [];
    expect(quotes.length).toBeGreaterThan(1);
    for (const [nth, quote] of quotes.entries()) {
      const shown = await press('Context', { nth });
      expect(shown.onlyFor).toBe(discord.reader.id);
      const words = quote.replace(/[>*]/g, '').trim();
      expect(textOf(shown).replace(/\*/g, '')).toContain(words);
      expect(textOf(shown).length).toBeGreaterThan(quote.length);
    }
  });

  test('marks the quote', async () => {
    expect(textOf(await press('Context'))).toMatch(/\*\*[^*]*5,000[^*]*\*\*/);
  });

  test('says what was looked for, and by which words the quote was found', async () => {
    expect(textOf(await press('Context'))).toContain('Looked for a number, by “troops”');
  });

  test('says kindly that an article is gone', async () => {
    const shown = await discord.answer(discord.pressId(answer, 'context:0:0:abcdef:an-article-that-was'));
    expect(textOf(shown)).toBe('This article is no longer in the archive.');
  });

  test('says kindly that an article was changed', async () => {
    const id = room.archive.articles()[0]?.id;
    const shown = await discord.answer(discord.pressId(answer, `context:0:0:abcdef:${id}`));
    expect(textOf(shown)).toContain('was changed since');
  });
});

describe('More', () => {
  test('shows other quotes in private, and the next ones in the same place', async () => {
    const second = await press('More');
    expect(second.onlyFor).toBe(discord.reader.id);
    const shownFirst = textOf(answer).match(/^> .*$/gm) ?? [];
    for (const quote of textOf(second).match(/^> .*$/gm) ?? []) expect(shownFirst).not.toContain(quote);
    const third = await discord.answer(discord.press(second, 'More'));
    expect(third.id).toBe(second.id);
  });
});

describe('Helpful and Not it', () => {
  test('are noted, and can be changed: one vote a person', async () => {
    const scope = discord.world.guild;
    expect(textOf(await press('Not it'))).toContain('Noted');
    expect(await missedQuestions(room.store, scope, 9)).toMatchObject([
      { question: 'how many troops are in Iraq?', notIt: 1 },
    ]);
    await press('Not it');
    await press('Not it', { user: discord.manager });
    expect(await missedQuestions(room.store, scope, 9)).toMatchObject([{ notIt: 2 }]);
    expect((await press('Helpful')).onlyFor).toBe(discord.reader.id);
    expect(await missedQuestions(room.store, scope, 9)).toMatchObject([{ notIt: 1 }]);
  });
});

test('every button works after a restart', async () => {
  await room.restart();
  expect(textOf(await press('Context'))).toContain('5,000');
  expect(textOf(await press('More'))).toContain('> ');
  expect(textOf(await press('Helpful'))).toContain('Noted');
});

test('a button of another version says so', async () => {
  expect(textOf(await discord.answer(discord.pressId(answer, 'juggle:3')))).toContain('another version');
});

test('a command of another version says so', async () => {
  expect(textOf(await discord.answer(discord.command('juggle')))).toContain('another version');
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
