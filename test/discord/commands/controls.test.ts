import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { missedQuestions } from '../../../src/store/questions.js';
import { anAnswer, aSnippet } from '../answers.js';
import { RunningBot, textOf } from '../running-bot.js';
import { asArray, flatten } from '../stand-in/refusals.js';
import { type StandIn, waitFor } from '../stand-in/stand-in.js';
import type { Message } from '../stand-in/world.js';

let room: RunningBot;
let discord: StandIn;
let answer: Message;
/** Refused, with what is close. */
let refused: Message;
beforeAll(async () => {
  room = await RunningBot.open();
  discord = room.discord;
  answer = await room.ask('how many U.S. soldiers are there in Iraq?');
  refused = await room.ask('which penguin won the marble race on Sunday?');
});
afterAll(() => room.close());

const quotesIn = (message: Message): string[] => textOf(message).match(/^> .*$/gm) ?? [];
const whatIsClose = () => discord.answer(discord.press(refused, 'What is close'));
const press = (label: string | RegExp, where: Parameters<StandIn['press']>[2] = {}) =>
  discord.answer(discord.press(answer, label, where));

describe('Context', () => {
  test('shows each quote among its neighbours, only to the one who asked to see it', async () => {
    const close = await whatIsClose();
    const quotes = quotesIn(close);
    expect(quotes.length).toBeGreaterThan(1);
    for (const [nth, quote] of quotes.entries()) {
      const shown = await discord.answer(discord.press(close, /^Context|^\[\d\]$/, { nth }));
      expect(shown.onlyFor).toBe(discord.reader.id);
      const words = quote.replace(/[>*]/g, '').trim();
      expect(textOf(shown).replace(/\*/g, '')).toContain(words);
      expect(textOf(shown).length).toBeGreaterThan(quote.length);
    }
  });

  test('marks the quote', async () => {
    expect(textOf(await press(/Context/))).toMatch(/\*\*[^*]*5,000[^*]*\*\*/);
  });

  test('says what was looked for, and by which words the quote was found', async () => {
    expect(textOf(await press(/Context/))).toMatch(/Looked for a number, by .*“soldiers”/);
  });

  test('says kindly that an article is gone', async () => {
    const shown = await discord.answer(discord.pressId(answer, 'context:0:0:abcdef:an-article-that-was'));
    expect(textOf(shown)).toBe('This article is no longer in the archive.');
  });

  test('says kindly that an article was changed', async () => {
    const id = room.archive.articles()[0]?.id;
    const shown = await discord.answer(discord.pressId(answer, `context:0:0:abcdef:${id}`));
    expect(textOf(shown)).toContain('has changed');
  });
});

describe('More', () => {
  let full: RunningBot;
  beforeAll(async () => {
    const snippets = Array.from({ length: 8 }, (_, index) =>
      aSnippet({ text: `Quote ${index + 1}.`, highlight: null, first: index, last: index }),
    );
    full = await RunningBot.open({
      ask: async (question, { top = 3 } = {}) => anAnswer({ question, snippets: snippets.slice(0, top) }),
    });
  });
  afterAll(() => full.close());

  test('shows other quotes in private, and the next ones in the same place', async () => {
    const first = await full.ask('who says so?');
    expect(quotesIn(first)).toEqual(['> Quote 1.', '> Quote 2.', '> Quote 3.']);
    const second = await full.discord.answer(full.discord.press(first, 'More'));
    expect(second.onlyFor).toBe(full.discord.reader.id);
    expect(quotesIn(second)).toEqual(['> Quote 4.', '> Quote 5.', '> Quote 6.']);
    const third = await full.discord.answer(full.discord.press(second, 'More'));
    expect(third.id).toBe(second.id);
    expect(quotesIn(third)).toEqual(['> Quote 7.', '> Quote 8.']);
  });
});

describe('What is close', () => {
  test('is not shown before it is asked for', () => {
    expect(textOf(refused)).toContain('The archive has no answer to that.');
    expect(quotesIn(refused)).toEqual([]);
  });

  test('shows the nearest quotes, only to the one who asked to see them', async () => {
    const close = await whatIsClose();
    expect(close.onlyFor).toBe(discord.reader.id);
    expect(quotesIn(close)).not.toEqual([]);
    expect(textOf(close)).toContain('-# [1] ');
    expect(quotesIn(refused)).toEqual([]);
  });

  test('is not offered where nothing is close', async () => {
    const nothing = await room.ask('who won the world cup?');
    expect(() => discord.press(nothing, 'What is close')).toThrow('there is no button');
  });
});

describe('a vote', () => {
  const missed = async () =>
    (await missedQuestions(room.store, discord.world.guild, 9)).filter(({ notIt }) => notIt > 0);

  test('is noted, and can be changed: one vote a person', async () => {
    await press('👎');
    expect(await missed()).toMatchObject([
      { question: 'how many U.S. soldiers are there in Iraq?', notIt: 1 },
    ]);
    await press('👎');
    await press('👎', { user: discord.manager });
    expect(await missed()).toMatchObject([{ notIt: 2 }]);
    await press('👍');
    expect(await missed()).toMatchObject([{ notIt: 1 }]);
  });

  test('shows on the button, and nothing is said', async () => {
    const before = discord.world.messages.size;
    const words = textOf(answer);
    expect((await press('👍')).id).toBe(answer.id);
    expect(countsOn(answer)).toEqual({ '👍': '1', '👎': '1' });
    await press('👎', { user: discord.reader });
    expect(countsOn(answer)).toEqual({ '👍': undefined, '👎': '2' });
    expect(textOf(answer)).toBe(words);
    expect(discord.world.messages.size).toBe(before);
  });

  test('that cannot be recorded leaves the answer as it is, and only the voter is told', async () => {
    const words = textOf(answer);
    vi.spyOn(room.store, 'record').mockRejectedValue(new Error('The disk is full'));
    const pressed = discord.press(answer, '👍');
    const told = await waitFor('a word to the voter', () => pressed.followUps[0]);
    expect(told.onlyFor).toBe(discord.reader.id);
    expect(textOf(told)).toContain('Something went wrong');
    expect(textOf(answer)).toBe(words);
    vi.restoreAllMocks();
  });
});

function countsOn(message: Message): Record<string, unknown> {
  const buttons = flatten(asArray(message.body.components)).filter(({ emoji }) => emoji);
  return Object.fromEntries(buttons.map(({ emoji, label }) => [(emoji as { name: string }).name, label]));
}

test('every button works after a restart, also where the end of a press could not be noted', async () => {
  await room.restart();
  expect(textOf(await press(/Context/))).toContain('5,000');
  expect(quotesIn(await whatIsClose())).not.toEqual([]);
  expect(countsOn(await press('👍'))).toMatchObject({ '👍': '1' });
});

test('a button of another version says so', async () => {
  expect(textOf(await discord.answer(discord.pressId(answer, 'juggle:3')))).toContain('another version');
});

test('a command of another version says so', async () => {
  expect(textOf(await discord.answer(discord.command('juggle')))).toContain('another version');
});

test.each([
  ['ask', { question: 5 }],
  ['source', { about: true }],
  ['digest/preview', { date: 7 }],
  ['feeds/add', { address: 1 }],
  ['digest', {}],
  ['settings/channels', { channel: 'general' }],
])('a forged /%s with options %j is acknowledged, and is no fault of ours', async (path, options) => {
  const answered = await discord.answer(discord.command(path, options, { user: discord.manager }));
  expect(textOf(answered)).toMatch(/\S/);
  expect(textOf(answered)).not.toMatch(/went wrong/);
});

test('what was typed without end is refused within the length of a message', async () => {
  const typed = discord.command('digest/preview', { date: 'x'.repeat(6_000) }, { user: discord.manager });
  expect(textOf(await discord.answer(typed))).toContain('… Write it like');
});

test('a button with forged fields is answered', async () => {
  const pressed = discord.pressId(answer, 'unwatch:many', { user: discord.manager });
  expect(textOf(await discord.answer(pressed))).not.toMatch(/went wrong/);
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
