import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningBot, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';

const HOSTILE = `---
title: "Ping @everyone](https://evil.example) **now** \`rm\`"
publisher: "The <@1> \u202eDaily|| Spoiler"
published: 2020-02-03
url: https://example.org/zeppelins_(airships)?a=1&b=[2]
---
The mayor of Lakehurst said @everyone must count the 42 zeppelins](https://evil.example) over the town.

Zero\u200bwidth zeppelin pilots \`\`\`hide\`\`\` behind <@&99> and **stars** and __lines__ near Lakehurst.

قال المتحدث إن المناطيد وصلت إلى Lakehurst يوم الأحد.

The endless zeppelin report of Lakehurst says ${'that the airship rose and fell and rose again '.repeat(220)}until 1937.
`;

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  room = await RunningBot.open({ articles: { 'zeppelins.txt': HOSTILE } });
  discord = room.discord;
});
afterAll(() => room.close());

test('quotes of a hostile article show as they stand', async () => {
  const answer = await room.answerTo(
    'how many zeppelins did the mayor of Lakehurst say everyone must count?',
  );
  expect(answer).toContain('\\@everyone must count the');
  expect(answer).toContain('zeppelins\\](https://evil.example)');
  expect(answer).toContain('\\*\\*now\\*\\*');
  expect(answer).not.toMatch(/[\u200b\u202e]/);
});

describe('Discord takes whatever is shown of it', () => {
  test.each([
    'which pilots hide behind stars near Lakehurst?',
    'what does the endless zeppelin report of Lakehurst say?',
    'ماذا قال المتحدث Lakehurst?',
    '@everyone `](` **what** <@1> Lakehurst zeppelins?',
  ])('%s', async (question) => {
    const answer = await room.ask(question);
    for (const [nth] of (textOf(answer).match(/^> /gm) ?? []).entries()) {
      const context = await discord.answer(discord.press(answer, /^Context|^\[\d\]$/, { nth }));
      expect(textOf(context)).toContain('> ');
    }
  });

  test('its card and its pages', async () => {
    const card = await discord.answer(discord.command('source', { source: 'zeppelins' }));
    expect(textOf(card)).toContain('Ping \\@everyone\\]');
    let page = await discord.answer(discord.press(card, 'Read'));
    const pages = Number(/Page 1 of (\d+)/.exec(textOf(page))?.[1]);
    expect(pages).toBeGreaterThan(4);
    for (let turned = 1; turned < pages; turned += 1)
      page = await discord.answer(discord.press(page, 'Next'));
    expect(textOf(page)).toContain('until 1937');
  });

  test('its suggestion', async () => {
    expect(await discord.suggestions('source', 'source', 'zeppelins')).toHaveLength(1);
  });
});

test('nothing was refused, and nothing pinged anybody', () => {
  expect(room.refusals()).toEqual([]);
  const mine = [...discord.world.messages.values()].filter(({ author }) => author.id === discord.world.me.id);
  expect(mine.filter((message) => discord.world.pings(message))).toEqual([]);
});
