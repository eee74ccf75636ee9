import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnBot } from '../../../test/discord/spawn-bot.js';
import type { Interaction } from '../../../test/discord/stand-in/interactions.js';
import { StandIn, waitFor } from '../../../test/discord/stand-in/stand-in.js';
import { type Message, visibleText } from '../../../test/discord/stand-in/world.js';

/** So many ask by a mention, and as many by a command, all at once. */
const ASKERS = 30;
const QUESTION = 'how many U.S. soldiers are there in Iraq?';
/** The bot is killed at any moment up to this many milliseconds after they asked. */
const LATEST_KILL = 1_500;
/** How long the next process has until everybody is answered, in milliseconds. Discord’s token lasts 15 minutes. */
const PATIENCE = 120_000;

export interface BotReport {
  readonly kills: number;
  readonly questions: number;
  /** Of them, answered before the kill. */
  readonly before: number;
  /** Answered by the next process. */
  readonly after: number;
  /** By commands: told to ask again. */
  readonly askedAgain: number;
  /** Commands of which the bot had not yet said that it heard them; Discord tells whoever asked after three seconds. */
  readonly unheard: number;
  /** Without a word. */
  readonly lost: number;
  readonly doubled: number;
  /** The longest time from a kill until everybody had heard, in milliseconds. */
  readonly longest: number;
}

/** Kills the real bot while sixty people wait for answers, and starts it again, over and over. */
export async function killBots(kills: number, random: () => number): Promise<BotReport> {
  const report = {
    questions: 0,
    before: 0,
    after: 0,
    askedAgain: 0,
    unheard: 0,
    lost: 0,
    doubled: 0,
    longest: 0,
  };
  for (let kill = 0; kill < kills; kill++) {
    const one = await killOnce(random);
    for (const [name, count] of Object.entries(one) as [keyof typeof one, number][]) {
      report[name] = name === 'longest' ? Math.max(report.longest, count) : report[name] + count;
    }
    process.stderr.write(`${kill + 1} bots: ${JSON.stringify(one)}\n`);
  }
  return { kills, ...report };
}

async function killOnce(random: () => number): Promise<Omit<BotReport, 'kills'>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-killed-bot-'));
  cpSync(path.resolve('seeds'), path.join(folder, 'articles'), { recursive: true });
  const discord = await StandIn.start();
  try {
    const first = await started(folder, discord);
    const mentions = asking(() => discord.mention(QUESTION, { author: discord.world.addUser('reader') }));
    const commands = asking(() =>
      discord.command('ask', { question: QUESTION }, { user: discord.world.addUser('reader') }),
    );
    await sleep(random() * LATEST_KILL);
    await killed(first);
    const isAnswered = (each: Message) => discord.repliesTo(each).some(isAnswer);
    const before = mentions.filter(isAnswered).length + commands.filter(isAnsweredCommand).length;
    const heard = commands.filter(({ deferred, original }) => deferred || original !== null);
    const began = performance.now();
    const second = await started(folder, discord);
    const isOver = () => mentions.every(isAnswered) && heard.every(({ deferred }) => !deferred);
    await waitFor('all answers', isOver, PATIENCE).catch(() => undefined);
    const longest = Math.round(performance.now() - began);
    await killed(second);
    const answered = mentions.filter(isAnswered).length + commands.filter(isAnsweredCommand).length;
    const askedAgain = heard.filter(
      ({ original, deferred }) => !deferred && original !== null && !isAnswer(original),
    ).length;
    const questions = mentions.length + commands.length;
    const unheard = commands.length - heard.length;
    return {
      questions,
      before,
      after: answered - before,
      askedAgain,
      unheard,
      lost: questions - answered - askedAgain - unheard,
      doubled: mentions.filter((each) => discord.repliesTo(each).length > 1).length,
      longest,
    };
  } finally {
    await discord.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function asking<T>(ask: () => T): T[] {
  return Array.from({ length: ASKERS }, ask);
}

function isAnswer({ body }: Message): boolean {
  return visibleText(body).includes('5,000');
}

function isAnsweredCommand({ deferred, original }: Interaction): boolean {
  return !deferred && original !== null && isAnswer(original);
}

async function started(folder: string, discord: StandIn): Promise<ChildProcess> {
  let output = '';
  const bot = spawnBot(folder, discord, {}, (printed) => {
    output += printed;
  });
  await waitFor('the bot', () => output.includes('Invite the bot'), PATIENCE);
  return bot;
}

async function killed(bot: ChildProcess): Promise<void> {
  const gone = once(bot, 'close');
  bot.kill('SIGKILL');
  await gone;
}
