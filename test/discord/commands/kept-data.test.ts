import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guildsKept } from '../../../src/store/forgetting.js';
import { writeGuildSettings } from '../../../src/store/guild-settings.js';
import { type NewWatch, writeWatch } from '../../../src/store/watches/watches.js';
import { scheduleDigest } from '../../store/scheduled-digest.js';
import { keptQuestions } from '../kept-questions.js';
import { RunningBot, textOf } from '../running-bot.js';
import { type StandIn, waitFor } from '../stand-in/stand-in.js';
import type { User } from '../stand-in/world.js';

const CHEESE = 'what is the price of cheese?';
const BUTTER = 'what is the price of butter?';
const SOLDIERS = 'how many U.S. soldiers are there in Iraq?';

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  room = await RunningBot.open();
  discord = room.discord;
});
afterAll(() => room.close());

const privacy = (user: User = discord.reader) => discord.answer(discord.command('privacy', {}, { user }));
/** Everything that the files of the database hold. */
const bytes = () =>
  readdirSync(room.folder)
    .filter((name) => name.startsWith('clippings.db'))
    .map((name) => readFileSync(path.join(room.folder, name), 'latin1'))
    .join('\n');
const kept = () => keptQuestions(room);
const aWatch = (changes: Partial<NewWatch>): NewWatch => {
  const pace = { most: 3, quiet: null, zone: 'UTC', since: 0 };
  return { guild: null, person: null, channel: '1', words: 'x', story: null, ...pace, ...changes };
};

describe('/privacy', () => {
  test('says in six lines what is kept and for how long, to the one who asks', async () => {
    const said = await privacy();
    expect(said.onlyFor).toBe(discord.reader.id);
    expect(textOf(said).match(/^- /gm)).toHaveLength(6);
    expect(textOf(said)).toContain('90 days');
  });

  test('offers to delete the data of the server to its managers only', async () => {
    expect(() => discord.press({ ...discord.say('x') }, 'Delete this server’s data')).toThrow();
    const said = await privacy();
    expect(() => discord.press(said, 'Delete this server’s data')).toThrow('there is no button');
    const pressed = await discord.answer(discord.pressId(said, 'erase:server-surely'));
    expect(textOf(pressed)).toContain('Only members who may manage the server');
  });

  test('works in direct messages', async () => {
    const channel = discord.world.directChannel(discord.reader);
    expect(textOf(await discord.answer(discord.command('privacy', {}, { channel })))).toContain(
      'What I keep',
    );
  });
});

test('what a member asked and voted leaves the database file, and nothing of others does', async () => {
  const { manager } = discord;
  await discord.replyTo(discord.mention(CHEESE));
  await discord.answer(discord.command('ask', { question: BUTTER }, { user: manager }));
  // Somebody else votes on the answer to a question of the reader, and keeps it thereby.
  const answer = await discord.answer(discord.command('ask', { question: SOLDIERS }));
  await discord.answer(discord.press(answer, '👎', { user: manager }));
  const reply = await room.ask(SOLDIERS.replace('?', ' now?'));
  await discord.answer(discord.press(reply, '👎', { user: manager }));
  expect(await kept()).toEqual([SOLDIERS.replace('?', ' now?'), SOLDIERS, BUTTER, CHEESE].sort());
  await writeWatch(room.store, aWatch({ person: discord.reader.id, words: 'walrus' }));
  await writeWatch(room.store, aWatch({ person: manager.id, words: 'narwhal' }));
  expect(bytes()).toContain('cheese');

  const gone = await discord.answer(discord.press(await privacy(), 'Delete what is mine'));
  expect(gone.onlyFor).toBe(discord.reader.id);
  expect(textOf(gone)).toMatch(/^Deleted: \d+ questions and 0 votes of yours, and 1 watch\.$/);
  expect(bytes()).not.toMatch(/cheese|soldiers|walrus/);
  expect(bytes()).toContain('narwhal');
  expect(await kept()).toEqual([BUTTER]);
});

test('one who asked nothing is told so', async () => {
  const stranger = discord.world.addUser('stranger');
  const pressed = discord.press(await privacy(stranger), 'Delete what is mine', { user: stranger });
  expect(textOf(await discord.answer(pressed))).toBe('There was nothing of yours to delete.');
});

describe('what is kept of a server', () => {
  const asManager = () => ({ user: discord.manager });

  test('stays unless a manager is sure', async () => {
    const { guild, news } = discord.world;
    const settings = { answerChannels: [news.id], openChannels: [], privateByDefault: true };
    await writeGuildSettings(room.store, guild, settings);
    await scheduleDigest(room.store, {
      guild,
      channel: news.id,
      since: 0,
      zone: 'Antarctica/Troll',
      days: [0],
    });
    await writeWatch(room.store, aWatch({ guild, channel: news.id, words: 'puffins' }));
    const asked = discord.press(await privacy(discord.manager), 'Delete this server’s data', asManager());
    const sure = await discord.answer(asked);
    expect(textOf(sure)).toContain('cannot be undone');
    expect(textOf(await discord.answer(discord.press(sure, 'Keep it', asManager())))).toContain(
      'Nothing was',
    );
    expect(await guildsKept(room.store)).toEqual([guild]);
  });

  test('leaves the database file when a manager is', async () => {
    const { guild } = discord.world;
    expect(bytes()).toContain('Antarctica/Troll');
    const asked = discord.press(await privacy(discord.manager), 'Delete this server’s data', asManager());
    const sure = await discord.answer(asked);
    const done = await discord.answer(discord.press(sure, 'Delete it all', asManager()));
    expect(textOf(done)).toBe('Everything that I kept of this server is deleted.');
    expect(await guildsKept(room.store)).toEqual([]);
    expect(bytes()).not.toMatch(new RegExp(`Antarctica/Troll|${guild}|butter|puffins`));
  });
});

test('with questions switched off, it says so', async () => {
  await room.restart({ storeQuestions: false });
  expect(textOf(await privacy())).toContain('**No questions**');
  await waitFor('the bot', () => true);
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
