// What the programs that try Clippings share: child processes, and the bot against the stand-in for Discord.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const QUESTION = 'How many American soldiers are stationed in Iraq?';
export const ANSWER = /\b5,\d{3}\b/;

/** How long a step may take, in milliseconds, on a machine that does other things too. */
export const PATIENCE = 180_000;

const { PATH, HOME, SystemRoot } = process.env;

/** The environment of programs on trial: nothing of the caller's settings reaches them. */
export const ENVIRONMENT = { PATH, HOME, SystemRoot, ARTICLES_FOLDER: '', INDEX_FOLDER: '', STORE_URL: '' };

/** Does each step in turn, and prints a line for each. Throws when one of them does. */
export async function takeSteps(subject, steps) {
  for (const [name, step] of Object.entries(steps)) {
    const since = performance.now();
    await step();
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    console.log(`${subject}: ${name} works (${seconds} s)`);
  }
}

/**
 * Starts the stand-in and the bot, asks a question, and tells the bot to leave.
 * @param project a folder with the stand-in and its packages
 * @param words the words after `node` that start the bot
 * @param whileItRuns is given the bot, when it has answered
 */
export async function tryBot({ project, cwd, words, env = {}, whileItRuns = async () => {} }) {
  const tsx = join('node_modules', 'tsx', 'dist', 'cli.mjs');
  const standIn = start([tsx, join('test', 'discord', 'stand-in', 'main.ts'), '0'], project, ENVIRONMENT);
  const started = [standIn];
  try {
    const [, DISCORD_TOKEN, DISCORD_API_URL] = await standIn.line(
      /^DISCORD_TOKEN=(\S+) DISCORD_API_URL=(\S+)/,
    );
    const bot = start(words, cwd, { ...ENVIRONMENT, ...env, DISCORD_TOKEN, DISCORD_API_URL });
    started.push(bot);
    await bot.line(/Invite the bot/);
    standIn.child.stdin.write(`${QUESTION}\n`);
    await standIn.line(ANSWER);
    await whileItRuns(bot);
    bot.child.kill('SIGTERM');
    const status = await bot.ended;
    // Windows has no signals: there the process is ended, and has no status.
    if (process.platform !== 'win32' && status !== 0) throw new Error(`The bot ended with status ${status}.`);
  } finally {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
  }
}

function start(words, cwd, env) {
  const child = spawn(process.execPath, words, { cwd, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = [];
  const waiting = new Set();
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push(text);
    for (const look of waiting) look();
  });
  const ended = new Promise((resolve) => child.once('exit', (status) => resolve(status)));
  /** Resolves with the match of the first line that fits. */
  const line = (pattern) =>
    new Promise((resolve, reject) => {
      const give = (settle, value) => {
        clearTimeout(timer);
        waiting.delete(look);
        settle(value);
      };
      const look = () => {
        const match = lines.map((text) => pattern.exec(text)).find(Boolean);
        if (match) give(resolve, match);
      };
      const fail = (why) => give(reject, new Error(`${why} without ${pattern}:\n${lines.join('\n')}`));
      const timer = setTimeout(() => fail('Time is over'), PATIENCE);
      waiting.add(look);
      void ended.then(() => fail('It ended'));
      look();
    });
  return { child, line, ended };
}
