import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveService } from '../../../src/service/archive-service.js';
import { anAnswerTo } from '../answers.js';
import { RunningBot, textOf } from '../running-bot.js';
import { type StandIn, waitFor } from '../stand-in/stand-in.js';

let room: RunningBot;
let discord: StandIn;
/** How the archive answers: usually at once. */
let archiveAnswers: ArchiveService['ask'];
const quickly: ArchiveService['ask'] = async (question) => anAnswerTo(question);
let now = Date.now();

beforeAll(async () => {
  room = await RunningBot.open({
    ask: (...asked) => archiveAnswers(...asked),
    bot: { now: () => now },
    discord: { heartbeatInterval: 1_000 },
  });
  discord = room.discord;
});
afterAll(() => room.close());
afterEach(() => {
  archiveAnswers = quickly;
});
archiveAnswers = quickly;

/** An archive that answers when it is told to. */
function slowArchive(): { asked: boolean; release: () => void } {
  const archive = { asked: false, release: (): void => {} };
  const released = new Promise<void>((resolve) => {
    archive.release = resolve;
  });
  archiveAnswers = async (question) => {
    archive.asked = true;
    await released;
    return anAnswerTo(question);
  };
  return archive;
}

const sentTo = (path: RegExp) => discord.requests.filter((request) => path.test(request.path));

describe('a question is acknowledged before the archive has answered', () => {
  test('by /ask', async () => {
    const archive = slowArchive();
    const interaction = discord.command('ask', { question: 'Slow?' });
    await waitFor('the acknowledgement', () => interaction.deferred);
    archive.release();
    expect(textOf(await discord.answer(interaction))).toContain('Slow?');
  });

  test('in a channel, by a sign of typing', async () => {
    const archive = slowArchive();
    const question = discord.mention('Slow?');
    await waitFor('a sign of typing', () => sentTo(/typing$/)[0]);
    archive.release();
    expect(textOf(await discord.replyTo(question))).toContain('Slow?');
  });
});

describe('a message is answered once', () => {
  test('when its event comes twice', async () => {
    const question = discord.mention('Once?');
    discord.announce('MESSAGE_CREATE', question);
    await discord.replyTo(question);
    await room.ask('Another?');
    expect(discord.repliesTo(question)).toHaveLength(1);
  });

  test('when its event comes again after a restart', async () => {
    const question = discord.mention('Once, too?');
    await discord.replyTo(question);
    await room.restart();
    discord.announce('MESSAGE_CREATE', question);
    await room.ask('Another?');
    expect(discord.repliesTo(question)).toHaveLength(1);
  });

  test('when the answer to our request is lost', async () => {
    discord.faults.add({ method: 'POST', path: /channels\/\d+\/messages$/, status: 500, applied: true });
    const question = discord.mention('Lost?');
    await waitFor('the request to be repeated', () => {
      const posted = sentTo(/channels\/\d+\/messages$/).filter(({ body }) => body.nonce === question.id);
      return posted.length === 2 && posted.at(-1)?.status === 200;
    });
    expect(discord.repliesTo(question)).toHaveLength(1);
  });
});

describe('an answer follows its question', () => {
  test('when that is edited within a minute', async () => {
    const question = discord.mention('What?');
    const answer = await discord.replyTo(question);
    discord.editMessage(question, `<@${discord.world.me.id}> What else?`);
    await waitFor('the answer to change', () => textOf(answer).includes('What else?'));
    expect(discord.repliesTo(question)).toEqual([answer]);
  });

  test('also when the edit overtakes the answer', async () => {
    const archive = slowArchive();
    const question = discord.mention('Early?');
    discord.editMessage(question, `<@${discord.world.me.id}> Late?`);
    archive.release();
    const answer = await discord.replyTo(question);
    await waitFor('the answer to change', () => textOf(answer).includes('Late?'));
  });

  test('also when Discord tells nothing but the new text', async () => {
    const question = discord.mention('All of it?');
    const answer = await discord.replyTo(question);
    const content = `<@${discord.world.me.id}> Only the text?`;
    discord.gateway.dispatch('MESSAGE_UPDATE', discord.world.guild, () => ({
      id: question.id,
      channel_id: question.channel.id,
      content,
    }));
    await waitFor('the answer to change', () => textOf(answer).includes('Only the text?'));
  });

  test('also after a restart', async () => {
    const question = discord.mention('Before?');
    const answer = await discord.replyTo(question);
    await room.restart();
    discord.editMessage(question, `<@${discord.world.me.id}> After?`);
    await waitFor('the answer to change', () => textOf(answer).includes('After?'));
  });

  test('but not later', async () => {
    const question = discord.mention('Then?');
    const answer = await discord.replyTo(question);
    now += 61_000;
    discord.editMessage(question, `<@${discord.world.me.id}> Now?`);
    await room.ask('Another?');
    expect(textOf(answer)).toContain('Then?');
  });

  test('not when only a preview of a link was added', async () => {
    const question = discord.mention('Same?');
    const answer = await discord.replyTo(question);
    discord.announce('MESSAGE_UPDATE', question);
    await room.ask('Another?');
    expect(answer.edited).toBeNull();
  });

  test('when that is deleted', async () => {
    const question = discord.mention('Regretted?');
    const answer = await discord.replyTo(question);
    discord.deleteMessage(question);
    await waitFor('the answer to go', () => answer.deleted);
  });

  test('when that is deleted after a restart', async () => {
    const question = discord.mention('Regretted later?');
    const answer = await discord.replyTo(question);
    await room.restart();
    discord.deleteMessage(question);
    await waitFor('the answer to go', () => answer.deleted);
  });

  test('when that is deleted before we answered', async () => {
    const archive = slowArchive();
    const question = discord.mention('Gone?');
    discord.deleteMessage(question);
    archive.release();
    await room.ask('Another?');
    expect(discord.repliesTo(question)).toEqual([]);
  });

  test('when that is deleted without our knowing', async () => {
    const archive = slowArchive();
    const question = discord.mention('Silently gone?');
    await waitFor('the question to arrive', () => archive.asked);
    question.deleted = true;
    archive.release();
    await room.ask('Another?');
    expect(discord.repliesTo(question)).toEqual([]);
    expect(room.log.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

describe('somebody who asks too much', () => {
  test('is told once, politely, and may ask again later', async () => {
    await room.restart({ cooldown: 60_000 });
    for (let question = 0; question < 5; question += 1) await room.ask('Again?');
    expect(await room.answerTo('Again?')).toMatch(/One at a time, please: ask again <t:\d+:R>/);
    const ignored = discord.mention('Again?');
    const another = discord.world.addUser('another');
    await discord.replyTo(discord.mention('Me?', { author: another }));
    expect(discord.repliesTo(ignored)).toEqual([]);
    now += 60_000;
    expect(await room.answerTo('Again?')).toContain('Again?');
    await room.restart();
  });

  test('by a command is told in private', async () => {
    await room.restart({ cooldown: 60_000 });
    const user = discord.world.addUser('hasty');
    for (let question = 0; question < 5; question += 1) {
      await discord.answer(discord.command('ask', { question: 'Again?' }, { user }));
    }
    const refused = await discord.answer(discord.command('ask', { question: 'Again?' }, { user }));
    expect(textOf(refused)).toContain('One at a time');
    expect(refused.onlyFor).toBe(user.id);
    await room.restart();
  });
});

test('two hundred questions at once are answered in order, without missing a heartbeat', {
  timeout: 60_000,
}, async () => {
  archiveAnswers = async (question) => {
    // As busy as a large archive makes the process.
    for (const end = performance.now() + 15; performance.now() < end; );
    return anAnswerTo(question);
  };
  const beats = discord.gateway.heartbeats;
  const questions = Array.from({ length: 200 }, (_, number) => discord.mention(`Question ${number}?`));
  const asked = new Set(questions.map(({ id }) => id));
  const answers = await waitFor(
    'all answers',
    () => {
      const found = discord.world
        .history(discord.world.general.id)
        .filter(({ reference }) => asked.has(reference ?? ''));
      return found.length === questions.length && found;
    },
    50_000,
  );
  const order = answers.map(({ reference }) => reference);
  expect(order).toEqual(questions.map(({ id }) => id));
  expect(discord.gateway.heartbeats).toBeGreaterThan(beats);
  expect(discord.gateway.missedHeartbeats).toBe(0);
});

test('a fault of ours has a number, which is in the log', async () => {
  archiveAnswers = () => Promise.reject(new Error('a bug'));
  const [, fault = 'none'] = /in the log as (\w+)/.exec(await room.answerTo('Broken?')) ?? [];
  expect(room.log.some(({ msg }) => msg.includes(fault))).toBe(true);
});
