import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anAnswerTo } from '../answers.js';
import { RunningBot, textOf } from '../running-bot.js';
import { type StandIn, waitFor } from '../stand-in/stand-in.js';

let room: RunningBot;
let discord: StandIn;
let now = Date.now();
beforeAll(async () => {
  room = await RunningBot.open({
    ask: async (question) => anAnswerTo(question),
    bot: { now: () => now },
    discord: { heartbeatInterval: 300 },
  });
  discord = room.discord;
});
afterAll(() => room.close());
afterEach(() => discord.faults.clear());

const MESSAGES = /^\/channels\/\d+\/messages$/;
const problems = () => room.log.filter(({ level }) => level >= 40).map(({ msg }) => msg);
const answers = async (question = 'Again?') => expect(await room.answerTo(question)).toContain(question);

describe('a question is answered all the same', () => {
  test.each([
    ['Discord asks for patience (429)', { status: 429, retryAfter: 0.2 }],
    ['Discord fails once (500)', { status: 500 }],
    ['the connection breaks', { cut: true }],
    ['Discord is slow', { delay: 500 }],
  ])('when %s', async (_, fault) => {
    discord.faults.add({ method: 'POST', path: MESSAGES, ...fault });
    await answers();
  });

  test.each([
    ['asks for patience (429)', { status: 429, retryAfter: 0.2 }],
    ['fails once (500)', { status: 500 }],
    ['is slow', { delay: 500 }],
  ])('by /ask, when Discord %s', async (_, fault) => {
    discord.faults.add({ method: 'PATCH', path: /webhooks/, ...fault });
    const answer = await discord.answer(discord.command('ask', { question: 'Slow?' }));
    expect(textOf(answer)).toContain('Slow?');
  });

  test('by /ask, when the confirmation of its acknowledgement is lost', async () => {
    discord.faults.add({ path: /callback$/, status: 500, applied: true });
    const answer = await discord.answer(discord.command('ask', { question: 'Heard?' }));
    expect(textOf(answer)).toContain('Heard?');
  });

  test('when the same happens twice in a row', async () => {
    discord.faults.add({ method: 'POST', path: MESSAGES, status: 500, times: 2 });
    await answers();
  });

  test('in plain text, where components are refused', async () => {
    discord.faults.add({ method: 'POST', path: MESSAGES, status: 400, code: 50035 });
    const answer = await room.ask('Plain?');
    expect(answer.body.content).toMatch(/> Plain\? There are \*\*more than 5,000\*\* U\.S\. soldiers/s);
    expect(answer.body.components).toBeUndefined();
  });

  test('without replying, where it may not read the history', async () => {
    discord.faults.add({ method: 'POST', path: MESSAGES, status: 400, code: 160002 });
    const before = discord.world.history(discord.world.general.id).length;
    discord.mention('Unseen?');
    const [, answer] = await waitFor('an answer', () => {
      const added = discord.world.history(discord.world.general.id).slice(before);
      return added.length === 2 && added;
    });
    expect(answer && textOf(answer)).toContain('Unseen?');
    expect(answer?.reference).toBeNull();
  });
});

describe('a channel in which it may not write', () => {
  test('is left alone for a while; who asks there is told in private, once', async () => {
    const channel = discord.world.addChannel({ type: 0, name: 'closed' });
    const direct = discord.world.directChannel(discord.reader);
    const posts = () =>
      discord.requests.filter(({ path, method }) => method === 'POST' && path.includes(channel.id)).length;
    discord.faults.add({
      method: 'POST',
      path: new RegExp(`${channel.id}/messages`),
      status: 403,
      code: 50013,
    });
    discord.mention('Why?', { channel });
    await waitFor('a word in private', () => discord.world.history(direct.id)[0]);
    expect(discord.world.history(direct.id).map(textOf)).toEqual([
      `I may not write in <#${channel.id}>, so I could not answer you there. Ask me here, or tell somebody who manages the server.`,
    ]);
    expect(problems().filter((line) => line.includes(channel.id))).toEqual([
      expect.stringMatching(/^No permission to write in channel \d+\. Give Clippings "View Channel"/),
    ]);

    discord.mention('And now?', { channel });
    await answers();
    expect(posts()).toBe(1);
    expect(discord.world.history(direct.id)).toHaveLength(1);

    now += 11 * 60_000;
    const again = discord.mention('And now?', { channel });
    expect(textOf(await discord.replyTo(again))).toContain('And now?');
  });

  test('that was deleted is said to be so', async () => {
    const channel = discord.world.addChannel({ type: 0, name: 'doomed' });
    discord.mention('Still there?', { channel });
    discord.world.channels.delete(channel.id);
    await waitFor('a line in the log', () =>
      problems().includes(`Channel ${channel.id} was deleted; a question there could not be answered.`),
    );
    await answers();
  });

  test('does no harm where the member takes no private messages', async () => {
    const channel = discord.world.addChannel({ type: 0, name: 'closed, too' });
    const shy = discord.world.addUser('shy');
    discord.faults.add({ path: new RegExp(`${channel.id}/messages`), status: 403, code: 50013 });
    discord.faults.add({ path: /users\/@me\/channels/, status: 403, code: 50007 });
    discord.mention('Why?', { channel, author: shy });
    await waitFor('a line in the log', () =>
      room.log.some(({ msg }) => msg.includes('takes no direct messages')),
    );
    await answers();
  });
});

describe('the connection', () => {
  test('that is cut is resumed, and what was asked meanwhile is answered', async () => {
    const { identifies } = discord.gateway;
    discord.gateway.cut();
    const question = discord.mention('Meanwhile?');
    expect(textOf(await discord.replyTo(question))).toContain('Meanwhile?');
    expect(discord.gateway.resumes).toBeGreaterThan(0);
    expect(discord.gateway.identifies).toBe(identifies);
  });

  test('that is cut in the middle of an answer does not keep the answer from being sent', async () => {
    discord.faults.add({ method: 'POST', path: MESSAGES, delay: 200 });
    const question = discord.mention('In the middle?');
    await waitFor('the answer to be under way', () => discord.requests.at(-1)?.body.nonce === question.id);
    discord.gateway.cut();
    await discord.replyTo(question);
    await answers();
    expect(discord.repliesTo(question)).toHaveLength(1);
  });

  test('is taken up anew when Discord asks for it', async () => {
    const { resumes } = discord.gateway;
    discord.gateway.requestReconnect();
    await waitFor('a resume', () => discord.gateway.resumes > resumes);
    await answers();
  });

  test('events that come again after a resume are answered once', async () => {
    const question = discord.mention('Once?');
    await discord.replyTo(question);
    discord.gateway.replayEverything = true;
    const { resumes } = discord.gateway;
    discord.gateway.cut();
    await waitFor('a resume', () => discord.gateway.resumes > resumes);
    await answers();
    expect(discord.repliesTo(question)).toHaveLength(1);
  });

  test('a session that is dead is replaced by a new one', async () => {
    const { identifies } = discord.gateway;
    discord.gateway.killSessions();
    discord.gateway.cut();
    await waitFor('a new session', () => discord.gateway.identifies > identifies, 15_000);
    await answers();
  });
});

describe('a lasting failure of Discord', () => {
  const PRIVATE = ['Secret?', 'aW50ZXJhY3Rpb246'];
  const linesSince = (count: number) => room.log.slice(count).filter(({ level }) => level >= 40);
  const leaks = (count: number) =>
    PRIVATE.filter((words) => JSON.stringify(room.log.slice(count)).includes(words));

  test('to take a reply is one line in the log, with neither question nor token', async () => {
    const before = room.log.length;
    discord.faults.add({ method: 'POST', path: MESSAGES, status: 500, times: 4 });
    discord.mention('Secret?');
    await waitFor('a line in the log', () => linesSince(before)[0]);
    await answers();
    expect(linesSince(before).map(({ msg }) => msg)).toEqual([
      expect.stringMatching(
        /^Something went wrong \(\w+\): Discord answered 500 to POST \/channels\/\d+\/messages$/,
      ),
    ]);
    expect(leaks(before)).toEqual([]);
  });

  test.each([
    ['answers 500', { status: 500, times: 4 }],
    ['filters the answer (200000)', { status: 400, code: 200000 }],
  ])('that %s by /ask ends the waiting with a sentence', async (_, fault) => {
    const before = room.log.length;
    discord.faults.add({ method: 'PATCH', path: /webhooks/, ...fault });
    const answer = await discord.answer(discord.command('ask', { question: 'Secret?' }));
    const [, id = 'none'] = /in the log as (\w+)/.exec(textOf(answer)) ?? [];
    expect(linesSince(before).map(({ msg }) => msg)).toEqual([
      expect.stringMatching(
        new RegExp(`^Something went wrong \\(${id}\\): Discord answered \\d+.* to PATCH /webhooks/\\d+/…/`),
      ),
    ]);
    expect(leaks(before)).toEqual([]);
  });

  test('whose token has run out is one line, and is not tried again', async () => {
    const before = room.log.length;
    discord.faults.add({ method: 'PATCH', path: /webhooks/, status: 401, code: 50027, times: 9 });
    const interaction = discord.command('ask', { question: 'Secret?' });
    await waitFor('a line in the log', () => linesSince(before)[0]);
    await answers();
    expect(linesSince(before)).toHaveLength(1);
    expect(leaks(before)).toEqual([]);
    expect(
      discord.requests.filter(({ path }) => path.includes(interaction.token)).map(({ method }) => method),
    ).toEqual(['POST', 'PATCH']);
  });
});

test('a message that was deleted while its buttons were pressed does no harm', async () => {
  const answer = await room.ask('Gone?');
  answer.deleted = true;
  const pressed = discord.press(answer, '👍');
  await waitFor('the press to be acknowledged', () => pressed.answeredAfter !== null);
  const question = discord.mention('Edited?');
  const gone = await discord.replyTo(question);
  gone.deleted = true;
  discord.editMessage(question, `<@${discord.world.me.id}> Edited again?`);
  await answers();
});

test('an interaction that came too late is let go, with a line in the log', async () => {
  discord.faults.add({ path: /callback$/, status: 404, code: 10062 });
  discord.command('ask', { question: 'Too late?' });
  await waitFor('a line in the log', () => problems().some((line) => line.includes('within 3 seconds')));
  await answers();
});

test('none of this was a fault of ours', () => {
  const faults = room.log.filter(({ level }) => level >= 50).map(({ msg }) => msg);
  expect(faults.filter((line) => !line.includes('Discord answered'))).toEqual([]);
});
