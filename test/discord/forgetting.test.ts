import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { guildsKept } from '../../src/store/forgetting.js';
import { readGuildSettings, writeGuildSettings } from '../../src/store/guild-settings.js';
import { scheduleDigest } from '../store/scheduled-digest.js';
import { keptQuestions } from './kept-questions.js';
import { RunningBot, soon, textOf } from './running-bot.js';
import { type StandIn, waitFor } from './stand-in/stand-in.js';
import type { Channel } from './stand-in/world.js';

const CHEESE = 'what is the price of cheese?';
const BUTTER = 'what is the price of butter?';
const SOLDIERS = 'how many U.S. soldiers are there in Iraq?';
const DAY = 24 * 60 * 60 * 1000;

let room: RunningBot;
let discord: StandIn;
let now: number;
let doomed: Channel;
let doomedThread: Channel;
beforeAll(async () => {
  now = Date.now();
  room = await RunningBot.open({
    bot: { now: () => now },
    prepare: ({ world }) => {
      doomed = world.addChannel({ type: 0, name: 'doomed' });
      doomedThread = world.addChannel({ type: 11, name: 'doomed, too', parent: doomed.id });
    },
  });
  discord = room.discord;
});
afterAll(() => room.close());
beforeEach(async () => {
  for (const table of ['questions', 'feedback']) await room.store.execute(`DELETE FROM ${table}`);
});

const kept = () => keptQuestions(room);
const ask = (question: string) => discord.answer(discord.command('ask', { question }));
/** Asks by mention, and waits until the question is kept. */
async function asked(question: string, where: Parameters<StandIn['mention']>[1] = {}) {
  const message = discord.mention(question, where);
  await discord.replyTo(message);
  expect(await kept()).toContain(question);
  return message;
}
const notIt = async (answer: Parameters<StandIn['press']>[0]) =>
  expect(await discord.answer(discord.press(answer, '👎'))).toBe(answer);

describe('a question goes with its message', () => {
  test('when that is deleted', async () => {
    const message = await asked(CHEESE);
    await asked(BUTTER);
    discord.deleteMessage(message);
    expect(await kept()).toEqual([BUTTER]);
  });

  test('when that is deleted with others', async () => {
    const messages = [await asked(CHEESE), await asked(BUTTER, { channel: discord.world.news })];
    discord.deleteMessages(messages);
    expect(await kept()).toEqual([]);
  });

  test('but only once, when others asked the same', async () => {
    const message = await asked(CHEESE);
    await asked(CHEESE);
    discord.deleteMessage(message);
    expect(await kept()).toEqual([CHEESE]);
  });

  test('when that is deleted after a restart, and after so long that the answer is not known any more', async () => {
    const message = await asked(CHEESE);
    now += 40 * DAY;
    await room.restart();
    expect(await kept()).toEqual([CHEESE]);
    discord.deleteMessage(message);
    expect(await kept()).toEqual([]);
  });

  test('when that is deleted while it is answered', async () => {
    discord.faults.add({ method: 'POST', path: /channels\/\d+\/messages$/, delay: 300 });
    const message = discord.mention(CHEESE);
    await waitFor('the answer to be sent', () =>
      discord.requests.some(({ body }) => body.nonce === message.id),
    );
    discord.deleteMessage(message);
    expect(await kept()).toEqual([]);
  });

  test('with the votes on its answer', async () => {
    const question = discord.mention(SOLDIERS);
    await notIt(await discord.replyTo(question));
    expect(await kept()).toEqual([SOLDIERS]);
    discord.deleteMessage(question);
    expect(await kept()).toEqual([]);
    expect((await room.store.execute('SELECT * FROM feedback')).rows).toEqual([]);
  });

  test('also with the votes on an answer that does not say what it replies to', async () => {
    // Where the bot may not read the history, it cannot reply.
    discord.faults.add({ method: 'POST', path: /channels\/\d+\/messages$/, status: 403, code: 160002 });
    const question = discord.mention(SOLDIERS);
    const answer = await waitFor('an answer', () =>
      discord.world.history(discord.world.general.id).find(({ body }) => body.nonce === question.id),
    );
    expect(answer.reference).toBeNull();
    await vi.waitFor(() => notIt(answer), soon);
    expect(await kept()).toEqual([SOLDIERS]);
    discord.deleteMessage(question);
    expect(await kept()).toEqual([]);
  });

  test('by a command with its answer', async () => {
    const answer = await ask(SOLDIERS);
    await notIt(answer);
    expect(await kept()).toEqual([SOLDIERS]);
    discord.deleteMessage(answer);
    expect(await kept()).toEqual([]);
  });
});

describe('a question goes when its message is edited', () => {
  const edit = (message: Parameters<StandIn['editMessage']>[0], text: string) =>
    discord.editMessage(message, `<@${discord.world.me.id}> ${text}`);

  test('into one that is answered', async () => {
    const message = await asked(CHEESE);
    edit(message, SOLDIERS);
    await waitFor('the answer to change', () =>
      discord.repliesTo(message).some((answer) => textOf(answer).includes('5,000')),
    );
    expect(await kept()).toEqual([]);
  });

  test('into another one, which takes its place', async () => {
    const message = await asked(CHEESE);
    edit(message, BUTTER);
    await vi.waitFor(async () => expect(await kept()).toEqual([BUTTER]), soon);
  });

  test('so late that the answer does not follow', async () => {
    const message = await asked(CHEESE);
    now += 2 * 60_000;
    edit(message, BUTTER);
    expect(await kept()).toEqual([]);
  });

  test('after a restart', async () => {
    const message = await asked(CHEESE);
    now += 40 * DAY;
    await room.restart();
    discord.editMessage(message, 'never mind');
    expect(await kept()).toEqual([]);
  });

  test('with the votes on its answer', async () => {
    const message = discord.mention(SOLDIERS);
    await notIt(await discord.replyTo(message));
    edit(message, 'how many U.S. soldiers were there in Iraq?');
    expect(await kept()).toEqual([]);
  });

  test('but not when only the preview of a link was added', async () => {
    const message = await asked(CHEESE);
    discord.announce('MESSAGE_UPDATE', message);
    expect(await kept()).toEqual([CHEESE]);
  });
});

describe('questions go with their channel', () => {
  test('when a thread is deleted', async () => {
    const before = await asked(CHEESE, { channel: doomedThread });
    await asked(BUTTER, { channel: doomed });
    expect(before.channel.parent).toBe(doomed.id);
    discord.deleteChannel(doomedThread);
    expect(await kept()).toEqual([BUTTER]);
  });

  test('and those of its threads with them', async () => {
    await asked(BUTTER, { channel: doomed });
    await asked(CHEESE, { channel: discord.world.post });
    await notIt(await discord.replyTo(discord.mention(SOLDIERS, { channel: discord.world.post })));
    discord.deleteChannel(doomed);
    discord.deleteChannel(discord.world.forum);
    expect(await kept()).toEqual([]);
  });
});

test('what is kept ends after the time that is set', async () => {
  await asked(CHEESE);
  await notIt(await discord.replyTo(discord.mention(SOLDIERS)));
  now += 89 * DAY;
  await room.restart();
  expect(await kept()).toEqual([SOLDIERS, CHEESE]);
  await room.restart({ retentionDays: 30 });
  await vi.waitFor(async () => expect(await kept()).toEqual([]), soon);
  await room.restart();
});

describe('what is kept of a server', () => {
  let lost: string;

  /** Another server, of which everything is kept that can be. */
  beforeEach(async () => {
    await room.bot.stop();
    lost = discord.world.addGuild(0, 1);
    const channel = discord.world.addChannel({ type: 0, name: 'there', guild: lost });
    await room.connect();
    await asked(CHEESE, { channel });
    await notIt(await discord.replyTo(discord.mention(SOLDIERS, { channel })));
    await writeGuildSettings(room.store, lost, {
      answerChannels: [channel.id],
      openChannels: [],
      privateByDefault: true,
    });
    const since = now;
    await scheduleDigest(room.store, { guild: lost, channel: channel.id, since });
    await asked(BUTTER);
  });

  const everything = [BUTTER, SOLDIERS, CHEESE].sort();
  const gone = async () => {
    await vi.waitFor(async () => expect(await guildsKept(room.store)).not.toContain(lost), soon);
    expect(await kept()).toEqual([BUTTER]);
    expect(await guildsKept(room.store)).toContain(discord.world.guild);
  };
  const still = async () => {
    expect(await kept()).toEqual(everything);
    expect(await readGuildSettings(room.store, lost)).toMatchObject({ privateByDefault: true });
  };
  /** Starts the bot anew, once it has looked for servers that are not there. */
  const startAgain = async (later: number, look: () => Promise<void>) => {
    now += later;
    await room.restart();
    await vi.waitFor(look, soon);
  };
  const absent = async () => {
    const { rows } = await room.store.execute('SELECT guild FROM absent_guilds');
    expect(rows.map(({ guild }) => guild)).toContain(lost);
  };
  const present = async () => {
    expect((await room.store.execute('SELECT guild FROM absent_guilds')).rows).toEqual([]);
  };

  test('goes when the bot leaves it', async () => {
    discord.removeBot(lost);
    await gone();
    expect(room.log.some(({ msg }) => msg.includes(`left server ${lost}`))).toBe(true);
  });

  test('stays while the server is out of order', async () => {
    discord.beginOutage(lost);
    await still();
  });

  test('stays for a week when it was left while the bot was away, and then goes', async () => {
    discord.world.guilds.delete(lost);
    await startAgain(0, absent);
    await startAgain(6 * DAY, absent);
    await still();
    await startAgain(DAY, gone);
  });

  test('stays when the bot is there again meanwhile', async () => {
    discord.world.guilds.delete(lost);
    await startAgain(0, absent);
    discord.world.guilds.add(lost);
    await startAgain(8 * DAY, present);
    await still();
  });

  test('is known to be of a server that was left, also when that was while the connection was broken', async () => {
    discord.world.guilds.delete(lost);
    discord.gateway.killSessions();
    discord.gateway.cut();
    await waitFor('a new session', () => !room.client.guilds.cache.has(lost));
    expect(room.client.guilds.cache.has(discord.world.guild)).toBe(true);
  });
});
