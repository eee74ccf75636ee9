import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { UserError } from '../../../src/user-error.js';
import { RunningBot, textOf } from '../running-bot.js';
import { asArray, flatten } from '../stand-in/refusals.js';
import type { StandIn } from '../stand-in/stand-in.js';
import type { Message } from '../stand-in/world.js';

const LONG_NAME = `${'a-very-long-file-name-'.repeat(8)}.txt`;

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  const many = Array.from({ length: 30 }, (_, index) => [
    `note-${index}.txt`,
    `Note ${index} says little of note.`,
  ]);
  const long = `---\ntitle: ${'A headline without end '.repeat(12)}\npublisher: The Long Read\n---\nIt is long.`;
  room = await RunningBot.open({ articles: { ...Object.fromEntries(many), [LONG_NAME]: long } });
  discord = room.discord;
});
afterAll(() => room.close());

const source = (words?: string) =>
  discord.answer(discord.command('source', words === undefined ? {} : { source: words }));

function optionsOf(message: Message): { label: string; value: string }[] {
  const menu = flatten(asArray(message.body.components)).find(({ type }) => type === 3);
  return asArray(menu?.options).map(({ label, value }) => ({ label: String(label), value: String(value) }));
}

describe('/source', () => {
  test.each([
    ['a publisher', 'axios', 'Axios'],
    ['a title', 'iraqi parliament calls on government', 'Iraqi parliament calls on government'],
    ['a publisher and a month, badly spelt', 'axois janury', 'Axios'],
  ])('finds an article by %s', async (_, words, found) => {
    expect(textOf(await source(words))).toContain(found);
  });

  test('finds an article by what its text tells, and shows where', async () => {
    const card = textOf(await source('Soleimani'));
    expect(card).toMatch(/-# Found in its text, paragraph \d+:\n> .*Soleimani/);
    expect(card).toContain('Others it could be');
  });

  test('shows a card: what is known, key sentences, a way to read on', async () => {
    const card = await source('axios');
    expect(textOf(card)).toMatch(/\*\*Iraqi parliament .*\n-# Axios · 5 January 2020 · \d+ paragraphs\n> /);
    expect(JSON.stringify(card.body)).toContain('"Read"');
  });

  test('offers what else it could be', async () => {
    const card = await source('iraq parliament troops');
    const [other] = optionsOf(card);
    const picked = await discord.answer(discord.pick(card, 3, [other?.value ?? '']));
    expect(picked.onlyFor).toBe(discord.reader.id);
    expect(textOf(picked)).not.toBe(textOf(card));
    expect(textOf(picked)).toContain('paragraphs');
  });

  test('shows what else was reported on it, and opens it', async () => {
    const card = await source('axios');
    expect(textOf(card)).toMatch(/Also reported by .*TIME/);
    const [report] = optionsOf(card);
    const picked = await discord.answer(discord.pick(card, 3, [report?.value ?? '']));
    expect(textOf(picked)).toMatch(/Also reported by .*Axios/);
  });

  test('asks whether a mistyped publisher was meant', async () => {
    const card = textOf(await source('axois janury'));
    expect(card).toContain('Nothing matches “axois janury”. Did you mean “Axios January”?');
    expect(textOf(await source('axios january'))).not.toContain('Did you mean');
  });

  test('offers what is near when nothing has all of the words', async () => {
    const near = await source('soleimani penguins marching');
    expect(textOf(near)).toContain('No article matches “soleimani penguins marching”');
    expect(textOf(near)).toContain('These have some of the words:');
    const [first] = optionsOf(near);
    expect(textOf(await discord.answer(discord.pick(near, 3, [first?.value ?? ''])))).toContain('paragraph');
  });

  test('pages through all that match', async () => {
    const card = await source('note');
    const first = await discord.answer(discord.press(card, 'All that match'));
    expect(first.onlyFor).toBe(discord.reader.id);
    expect(textOf(first)).toContain('Articles that match “note”');
    const seen = new Set(optionsOf(first).map(({ value }) => value));
    let page = first;
    for (let turned = 0; turned < 2; turned += 1) {
      page = await discord.answer(discord.press(page, 'Next'));
      expect(page.id).toBe(first.id);
      for (const { value } of optionsOf(page)) seen.add(value);
    }
    expect(seen.size).toBe(30);
    expect(textOf(page)).toContain('30\\.');
    const next = flatten(asArray(page.body.components)).find(({ label }) => label === 'Next');
    expect(next).toMatchObject({ disabled: true });
    expect(textOf(await discord.answer(discord.press(page, 'Back')))).toContain('11\\.');
  });

  test('says when nothing is like it', async () => {
    expect(textOf(await source('zzqx'))).toContain('No article matches “zzqx”');
  });

  test('without words lists the newest, a page at a time', async () => {
    const list = await source();
    expect(textOf(list)).toContain('The newest articles');
    expect(textOf(list)).toContain('Page 1 of 4');
    const second = await discord.answer(discord.press(list, 'Next'));
    expect(second.onlyFor).toBe(discord.reader.id);
    expect(textOf(second)).toContain('Page 2 of 4');
    const third = await discord.answer(discord.press(second, 'Next'));
    expect(third.id).toBe(second.id);
    expect(textOf(third)).toContain('Page 3 of 4');
    expect(textOf(await discord.answer(discord.press(third, 'Back')))).toContain('Page 2 of 4');
  });

  test('reads a whole article, page by page', async () => {
    const card = await source('time 5 january');
    let page = await discord.answer(discord.press(card, 'Read'));
    expect(page.onlyFor).toBe(discord.reader.id);
    const read = [textOf(page)];
    const pages = Number(/Page 1 of (\d+)/.exec(textOf(page))?.[1]);
    for (let turned = 1; turned < pages; turned += 1) {
      page = await discord.answer(discord.press(page, 'Next'));
      read.push(textOf(page));
    }
    const id = room.archive.articles().find(({ publisher }) => publisher === 'TIME')?.id ?? '';
    const bare = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
    const all = bare(read.join(''));
    for (const { text } of (await room.archive.article(id))?.paragraphs ?? [])
      expect(all).toContain(bare(text));
  });

  test('an article with a name and a headline too long for Discord is found and read', async () => {
    const card = await source('the long read');
    expect(textOf(await discord.answer(discord.press(card, 'Read')))).toContain('It is long.');
  });
});

describe('autocomplete', () => {
  test('suggests articles while somebody types, each of which can be taken', async () => {
    const suggestions = await discord.suggestions('source', 'source', 'parliam');
    expect(suggestions.length).toBeGreaterThan(2);
    for (const { name, value } of suggestions) {
      expect(textOf(await source(String(value)))).toContain('paragraph');
      expect(String(name)).toMatch(/parliam/i);
    }
  });

  test('suggests articles by what their texts tell', async () => {
    const [suggestion] = await discord.suggestions('source', 'source', 'Soleimani');
    expect(textOf(await source(String(suggestion?.value)))).toContain('paragraph');
  });

  test('suggests the newest before anything is typed, no more than fit', async () => {
    expect(await discord.suggestions('source', 'source', '')).toHaveLength(25);
  });

  test('suggests nothing where nothing is like it', async () => {
    expect(await discord.suggestions('source', 'source', 'zzqx')).toEqual([]);
  });

  test('offers nothing while the archive cannot be asked, and the command says so', async () => {
    const closed = new UserError('service-closed', 'The archive is being opened again.', 'Ask again.');
    const lookUp = vi.spyOn(room.service, 'lookUp').mockRejectedValue(closed);
    const faults = () => room.log.filter(({ level }) => level >= 50);
    expect(await discord.suggestions('source', 'source', 'axios')).toEqual([]);
    expect(textOf(await source('axios'))).toBe('The archive is being opened again. Ask again.');
    expect(faults()).toEqual([]);
    lookUp.mockRestore();
  });

  test('a suggestion whose article is gone says so', async () => {
    expect(textOf(await source('article:gone'))).toBe('This article is no longer in the archive.');
  });
});

test('/about says what it holds, from when to when, and that nothing is generated', async () => {
  const about = textOf(await discord.answer(discord.command('about')));
  expect(about).toContain('36 articles, from 5 January 2020');
  expect(about).toContain('Nothing is generated');
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
