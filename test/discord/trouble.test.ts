import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { missedQuestions } from '../../src/store/questions.js';
import { openStore } from '../../src/store/store.js';
import { lacking } from '../lacking.js';
import { soon, textOf } from './running-bot.js';
import { spawnBot } from './spawn-bot.js';
import { StandIn, waitFor } from './stand-in/stand-in.js';

// One bot meets one trouble after the other, and is never started again.

const PATIENCE = 60_000;
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
let discord: StandIn;
let bot: ChildProcess;
let output = '';

const within = (...names: string[]) => path.join(folder, ...names);
const storeUrl = () => `file:${within('data', 'clippings.db')}`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-trouble-'));
  cpSync(path.resolve('seeds'), within('articles'), { recursive: true });
  discord = await StandIn.start();
  bot = spawnBot(folder, discord, { STORE_URL: storeUrl(), COOLDOWN_SECONDS: '0' }, (printed) => {
    output += printed;
  });
  await waitFor('the bot to be ready', () => output.includes('Invite the bot'), PATIENCE);
}, 120_000);

afterAll(async () => {
  bot.kill('SIGKILL');
  await once(bot, 'close');
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  output = '';
});

/** The answer, which on a busy machine takes the place of a word that it takes long. */
async function answerTo(question: string): Promise<string> {
  const asked = discord.mention(question);
  const isAnswer = (text: string) => !text.startsWith('Many are asking');
  return waitFor('an answer', () => discord.repliesTo(asked).map(textOf).find(isAnswer), PATIENCE);
}

async function answersGoOn(): Promise<void> {
  expect(await answerTo('how many U.S. soldiers are there in Iraq?')).toContain('5,000');
}

/** The questions that went without an answer, as the next process finds them. */
async function missed(): Promise<string[]> {
  const store = await openStore({ url: storeUrl() });
  const questions = await missedQuestions(store, null, 100);
  store.close();
  return questions.map(({ question }) => question);
}

const missing = (what: string) => answerTo(`who won the ${what} cup?`);
const lines = () => output.split('\n').filter((line) => / (?:WARN|ERROR): (?!The slash commands)/.test(line));
const isOver = () => output.includes('The database can be written again');

describe.skipIf(lacking.signals)('while the bot runs', () => {
  test('the folder of the database is removed: answers go on, and nothing is lost', async () => {
    await missing('first');
    // At once: while it is emptied, the bot would already write it anew.
    renameSync(within('data'), within('gone'));
    rmSync(within('gone'), { recursive: true });
    await answersGoOn();
    await missing('second');
    await waitFor('the file', () => existsSync(within('data', 'clippings.db')), PATIENCE);
    // A question is noted after its answer.
    await vi.waitFor(async () => {
      const both = ['who won the first cup?', 'who won the second cup?'];
      expect(await missed()).toEqual(expect.arrayContaining(both));
    }, soon);
    expect(lines()).toEqual([expect.stringContaining('The file of the database was removed')]);
  });

  test('another process holds the database: answers go on, and nothing is lost', async () => {
    const other = createClient({ url: storeUrl(), concurrency: 1 });
    const transaction = await other.transaction('write');
    try {
      await answersGoOn();
      await missing('third');
    } finally {
      await transaction.rollback();
      other.close();
    }
    await waitFor('it to be over', isOver, PATIENCE);
    expect(await missed()).toContain('who won the third cup?');
    expect(lines()).toEqual([
      expect.stringMatching(/held by another process.*End what has the file open/),
      expect.stringContaining('0 were lost'),
    ]);
  });

  test.skipIf(process.platform !== 'linux')(
    'no file can grow any more, as on a full disk: answers go on, and nothing is lost',
    async () => {
      const limit = (size: string) => execFileSync('prlimit', ['--pid', String(bot.pid), `--fsize=${size}:`]);
      limit('1');
      try {
        await answersGoOn();
        await missing('fourth');
        await waitFor('the trouble', () => lines().length > 0, PATIENCE);
      } finally {
        limit('unlimited');
      }
      await waitFor('it to be over', isOver, PATIENCE);
      expect(await missed()).toContain('who won the fourth cup?');
      expect(lines()).toEqual([
        expect.stringMatching(/cannot be read or written.*Look whether/),
        expect.stringContaining('0 were lost'),
      ]);
    },
  );

  test('the database is damaged, and put in order again: answers go on, and nothing is lost', async () => {
    const file = within('data', 'clippings.db');
    const other = createClient({ url: storeUrl() });
    await other.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    const sound = readFileSync(file);
    writeFileSync(file, Buffer.concat([sound.subarray(0, 100), Buffer.alloc(sound.length - 100, 0x55)]));
    try {
      // Until something reads it, nobody can know.
      await vi.waitFor(async () => {
        await missing('fifth');
        expect(lines()).not.toEqual([]);
      }, soon);
      await answersGoOn();
    } finally {
      writeFileSync(file, sound);
    }
    await waitFor('it to be over', isOver, PATIENCE);
    expect(await missed()).toContain('who won the fifth cup?');
    expect(lines()[0]).toMatch(/is damaged.*clippings restore/);
  });

  test('the index is removed: answers go on, and it is written again', async () => {
    rmSync(within('index'), { recursive: true });
    await answersGoOn();
    writeFileSync(
      within('articles', 'tower.md'),
      'The Giraffe tower was opened by mayor John Roe on Monday.\n',
    );
    await waitFor('the index', () => existsSync(within('index', 'archive.snapshot')), PATIENCE);
  });

  test('a file stands in the place of the index: answers go on, and one line says why it is not saved', async () => {
    rmSync(within('index'), { recursive: true });
    writeFileSync(within('index'), '');
    for (const name of ['dam', 'mill']) {
      writeFileSync(
        within('articles', `${name}.md`),
        `The Lion ${name} was opened by mayor Ann Poe on Monday.\n`,
      );
      await vi.waitFor(
        async () => expect(await answerTo(`who opened the Lion ${name}?`)).toContain('Ann Poe'),
        soon,
      );
    }
    await waitFor('the line', () => output.includes('could not be saved'), PATIENCE);
    expect(output.match(/could not be saved/g)).toHaveLength(1);
    rmSync(within('index'));
    mkdirSync(within('index'));
  });
});
