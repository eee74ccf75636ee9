import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunningBot, textOf } from '../running-bot.js';
import type { StandIn } from '../stand-in/stand-in.js';
import type { Message } from '../stand-in/world.js';

let room: RunningBot;
let discord: StandIn;
beforeAll(async () => {
  room = await RunningBot.open();
  discord = room.discord;
});
afterAll(() => room.close());

const use = (command: string, options: Record<string, unknown>): Promise<Message> =>
  discord.answer(discord.command(command, options));
const seenByAll = () => discord.world.history(discord.world.general.id).map(textOf);

describe('what concerns one person only is shown to nobody else', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ['a refusal', 'ask', { question: 'who won the marble race in Peru?' }, 'no answer to that'],
    ['small talk', 'ask', { question: 'thanks!' }, 'You are welcome.'],
    ['a question that cannot be read', 'ask', { question: 'why '.repeat(120) }, '400 is the most'],
    ['a source that is not found', 'source', { source: 'marble race of Peru' }, 'No article matches'],
    ['an article that is gone', 'source', { source: 'article:gone' }, 'no longer in the archive'],
  ])('%s', async (_, command, options, words) => {
    const answer = await use(command, options);
    expect(textOf(answer)).toContain(words);
    expect(answer.onlyFor).toBe(discord.reader.id);
    expect(seenByAll().join('\n')).not.toContain(words);
  });

  test('a fault of ours', async () => {
    const ask = room.service.ask;
    room.service.ask = () => Promise.reject(new Error('a bug'));
    const answer = await use('ask', { question: 'how many troops are in Iraq?' });
    room.service.ask = ask;
    expect(textOf(answer)).toContain('in the log as');
    expect(answer.onlyFor).toBe(discord.reader.id);
  });
});

test('what others profit from is shown to all', async () => {
  const answer = await use('ask', { question: 'how many U.S. soldiers are there in Iraq?' });
  expect(answer.onlyFor).toBeNull();
  expect((await use('source', { source: 'axios' })).onlyFor).toBeNull();
});

test('nothing that was sent was refused', () => {
  expect(room.refusals()).toEqual([]);
});
