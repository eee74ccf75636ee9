/**
 * Measures the memory of the bot as people start it, against a stand-in for Discord: when it is ready, and after members have
 * asked.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { builtMain } from '../test/built.js';
import { StandIn, waitFor } from '../test/discord/stand-in/stand-in.js';
import { wholeNumberAboveZero } from './arguments.js';
import { percentile } from './metrics/times.js';
import { runCommand } from './run-command.js';

const run = promisify(execFile);

/** How long the bot may take to start: it may have to read all articles first. In milliseconds. */
const PATIENCE = 600_000;
/** Garbage is collected when there is nothing else to do. In milliseconds. */
const REST = 25_000;

const QUESTIONS = [
  'how many U.S. soldiers are there in Iraq?',
  'who was Qassem Soleimani?',
  'what did Trump say about Iran?',
  'when was the embassy attacked?',
  'which countries condemned the strike?',
];

interface CommandLine {
  readonly articles: string;
  readonly index?: string;
  readonly questions: number;
  readonly rounds: number;
}

const program = new Command('bench:memory')
  .description('Measures the memory of the bot, at rest and after questions, against a stand-in for Discord.')
  .option('--articles <folder>', 'the articles folder', path.resolve('seeds'))
  .option('--index <folder>', 'the saved index; without it, the first start makes one')
  .option('--questions <count>', 'how many are asked, one after the other', wholeNumberAboveZero, 20)
  .option(
    '--rounds <count>',
    'how many times the bot is started; the median counts',
    wholeNumberAboveZero,
    3,
  );

async function main(): Promise<void> {
  const { articles, index, questions, rounds } = program.parse().opts<CommandLine>();
  const clippings = builtMain();
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-memory-'));
  const indexFolder = index === undefined ? path.join(folder, 'index') : path.resolve(index);
  try {
    const settings = { ARTICLES_FOLDER: path.resolve(articles), INDEX_FOLDER: indexFolder };
    // The first start may make the index, and what that takes is not what a start takes.
    await measure(clippings, folder, settings, 0);
    const measured: Megabytes[] = [];
    for (let round = 0; round < rounds; round++)
      measured.push(await measure(clippings, folder, settings, questions));
    const median = (part: keyof Megabytes) =>
      percentile(
        measured.map((one) => one[part]),
        0.5,
      ).toFixed(0);
    process.stdout.write(
      `ready ${median('ready')} MB, after ${questions} questions ${median('asked')} MB, half a minute later ${median('rested')} MB\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Megabytes {
  readonly ready: number;
  readonly asked: number;
  readonly rested: number;
}

async function measure(
  clippings: string,
  folder: string,
  settings: Record<string, string>,
  questions: number,
): Promise<Megabytes> {
  const discord = await StandIn.start();
  const bot = spawn(process.execPath, [clippings, 'start'], {
    cwd: folder,
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      STORE_URL: `file:${path.join(folder, 'clippings.db')}`,
      COOLDOWN_SECONDS: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', process.stderr],
  });
  const ended = once(bot, 'close');
  try {
    let output = '';
    bot.stdout.on('data', (chunk) => {
      output += chunk;
    });
    await waitFor('the bot to be ready', () => output.includes('Invite the bot'), PATIENCE);
    await sleep(REST);
    const ready = await megabytesOf(bot);
    for (let number = 0; number < questions; number++)
      await discord.replyTo(discord.mention(QUESTIONS[number % QUESTIONS.length] ?? ''));
    const asked = await megabytesOf(bot);
    if (questions > 0) await sleep(REST);
    return { ready, asked, rested: await megabytesOf(bot) };
  } finally {
    bot.kill('SIGTERM');
    await ended;
    await discord.stop();
  }
}

/** What of a process is in memory. */
async function megabytesOf({ pid }: ChildProcess): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
}

await runCommand(main);
