import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/store.js';
import { fleetModules } from './gateway/fleet-modules.js';
import { soon, textOf } from './running-bot.js';
import { StandIn, waitFor } from './stand-in/stand-in.js';
import type { Message } from './stand-in/world.js';

// Real processes without SHARDS, of which some are killed; see gateway/fleet-child.js.
vi.setConfig({ testTimeout: 120_000 });
const PATIENCE = 60_000;
const ASKERS = 30;
const SOLDIERS = 'how many U.S. soldiers are there in Iraq?';

interface Run {
  readonly child: ChildProcess;
  output: string;
}

let modules: string;
let folder: string;
let discord: StandIn;
const running: Run[] = [];

beforeAll(() => {
  modules = fleetModules();
}, 60_000);
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-interrupted-'));
  cpSync(path.resolve('seeds'), path.join(folder, 'articles'), { recursive: true });
  discord = await StandIn.start();
});
afterEach(async () => {
  for (const run of running.splice(0)) await kill(run);
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

const storeUrl = () => `file:${path.join(folder, 'clippings.db')}`;

async function start(name: string): Promise<Run> {
  const settings = {
    modules,
    shards: null,
    token: discord.token,
    apiUrl: discord.apiUrl,
    storeUrl: storeUrl(),
    articlesFolder: path.join(folder, 'articles'),
    indexFolder: path.join(folder, `index of ${name}`),
    retentionDays: 90,
  };
  const child = spawn(process.execPath, [
    path.resolve('test/discord/gateway/fleet-child.js'),
    JSON.stringify(settings),
  ]);
  const run: Run = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      run.output += chunk;
    });
  }
  running.push(run);
  await waitFor(`process ${name}`, () => run.output.includes('Invite the bot'), PATIENCE);
  return run;
}

async function kill({ child }: Run): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('what a process was working on when it was killed', () => {
  test('in channels is answered by the next one, each question once', async () => {
    const first = await start('the first');
    const questions = Array.from({ length: ASKERS }, () =>
      discord.mention(SOLDIERS, { author: discord.world.addUser('reader') }),
    );
    await waitFor(
      'the first answer',
      () => questions.some((each) => discord.repliesTo(each).length > 0),
      PATIENCE,
    );
    await kill(first);
    const answeredBefore = questions.filter((each) => discord.repliesTo(each).length > 0).length;
    expect(answeredBefore).toBeLessThan(ASKERS);
    await start('the second');
    await waitFor(
      'all answers',
      () => questions.every((each) => discord.repliesTo(each).length > 0),
      PATIENCE,
    );
    for (const question of questions) {
      expect(discord.repliesTo(question).map(textOf)).toEqual([expect.stringContaining('5,000')]);
    }
  });

  test('by commands is taken back, and what is kept to do so is deleted', async () => {
    const first = await start('the first');
    const interactions = Array.from({ length: ASKERS }, () =>
      discord.command('ask', { question: SOLDIERS }, { user: discord.world.addUser('reader') }),
    );
    await waitFor(
      'an answer',
      () => interactions.some(({ original, deferred }) => original && !deferred),
      PATIENCE,
    );
    await kill(first);
    const open = interactions.filter(({ deferred }) => deferred);
    expect(open.length).toBeGreaterThan(0);
    await start('the second');
    const answers: Message[] = [];
    for (const interaction of open) {
      await waitFor('an answer', () => !interaction.deferred, PATIENCE);
      answers.push(await discord.answer(interaction));
    }
    for (const answer of answers) expect(textOf(answer)).toMatch(/restarted before I could answer|5,000/);
    const store = await openStore({ url: storeUrl() });
    await vi.waitFor(async () => {
      const { rows } = await store.execute('SELECT * FROM interactions WHERE token IS NOT NULL');
      expect(rows).toEqual([]);
    }, soon);
    store.close();
  });
});

describe('what is asked while no process runs', () => {
  test('is answered by the next one, once, where it was put to the bot', async () => {
    const reader = discord.world.addUser('reader');
    const direct = discord.world.directChannel(reader);
    const first = await start('the first');
    const before = discord.say(SOLDIERS, { author: reader, channel: direct });
    await waitFor('the first answer', () => discord.repliesTo(before).length > 0, PATIENCE);
    await kill(first);
    const toOthers = discord.say(SOLDIERS, { author: reader });
    const asked = [
      discord.mention(SOLDIERS, { author: reader }),
      discord.mention(SOLDIERS, { author: reader, channel: discord.world.thread }),
      discord.say(SOLDIERS, { author: reader, channel: direct }),
    ];
    await start('the second');
    await waitFor('all answers', () => asked.every((each) => discord.repliesTo(each).length > 0), PATIENCE);
    for (const question of [before, ...asked]) {
      expect(discord.repliesTo(question).map(textOf)).toEqual([expect.stringContaining('5,000')]);
    }
    expect(discord.repliesTo(toOthers)).toEqual([]);
  });
});

describe('two processes without SHARDS on one database', () => {
  test('are told so, and an interaction is answered by one of them', async () => {
    const [one, other] = [await start('one'), await start('the other')];
    await waitFor(
      'a word in the log',
      () => /started without SHARDS/.test(one.output) && /started without SHARDS/.test(other.output),
      PATIENCE,
    );
    const interactions = Array.from({ length: 5 }, () => discord.command('ask', { question: SOLDIERS }));
    for (const interaction of interactions)
      expect(textOf(await discord.answer(interaction))).toContain('5,000');
    for (const { token } of interactions) {
      const about = discord.requests.filter((request) => request.path.includes(token));
      expect(about.map(({ method }) => method)).toEqual(['POST', 'PATCH']);
    }
    expect(one.output + other.output).not.toContain('Something went wrong');
  });

  test('are not told so after a restart', async () => {
    await kill(await start('one'));
    const next = await start('the next');
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(next.output).not.toContain('without SHARDS');
  });
});
