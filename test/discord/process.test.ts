import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addFeed } from '../../src/store/feeds.js';
import { recordUnanswered } from '../../src/store/questions.js';
import { openStore } from '../../src/store/store.js';
import { builtMain } from '../built.js';
import { lacking } from '../lacking.js';
import { textOf } from './running-bot.js';
import { environment } from './spawn-bot.js';
import { StandIn, waitFor } from './stand-in/stand-in.js';

/** The command line as people start it, with nothing but settings to tell it where Discord is. */
interface Run {
  readonly process: ChildProcess;
  readonly output: string;
  readonly status: Promise<number | null>;
}

// A process takes its time to start where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });
const PATIENCE = 40_000;

let main: string;
let folder: string;
let discord: StandIn;
const running: Run[] = [];

beforeAll(() => {
  main = builtMain();
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-process-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  discord = await StandIn.start();
});
afterEach(async () => {
  for (const run of running.splice(0)) {
    run.process.kill('SIGKILL');
    await run.status;
  }
  await discord.stop();
});

function run(words: string[], settings: Record<string, string> = {}, by: 'node' | 'npm' = 'node'): Run {
  const [program, ...before] = by === 'node' ? [process.execPath, main] : ['npm'];
  const child = spawn(program, [...before, ...words], {
    cwd: by === 'node' ? folder : path.resolve('.'),
    env: { ...environment(folder, discord), ARTICLES_FOLDER: path.resolve('seeds'), ...settings },
  });
  const started = { process: child, output: '', status: once(child, 'close').then(([status]) => status) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      started.output += chunk;
    });
  }
  running.push(started);
  return started;
}

async function runToEnd(words: string[], settings: Record<string, string> = {}): Promise<string> {
  const started = run(words, settings);
  const status = await started.status;
  return `${started.output}(${status})`;
}

async function startBot(settings: Record<string, string> = {}, by: 'node' | 'npm' = 'node'): Promise<Run> {
  const started = run(['start'], settings, by);
  await waitFor('the bot to be ready', () => started.output.includes('Invite the bot'), PATIENCE);
  return started;
}

describe('npm start with a token', () => {
  test.skipIf(lacking.signals)(
    'is the bot: it prints the invite link with what it needs and no more, answers, and leaves on SIGTERM',
    async () => {
      // By npm, which passes the signal on to its own child only: no shell may stand between the two.
      const bot = await startBot({}, 'npm');
      expect(bot.output).toContain(
        `https://discord.com/oauth2/authorize?client_id=${discord.world.me.id}` +
          '&scope=bot+applications.commands&permissions=274877975552',
      );
      expect(bot.output).toContain(
        `https://discord.com/oauth2/authorize?client_id=${discord.world.me.id}` +
          '&scope=applications.commands&integration_type=1',
      );
      const answer = await discord.replyTo(discord.mention('how many U.S. soldiers are there in Iraq?'));
      expect(textOf(answer)).toContain('5,000');
      bot.process.kill('SIGTERM');
      expect(await bot.status).toBe(0);
      expect(bot.output).toContain('run npx clippings deploy');
      expect(bot.output.toLowerCase()).not.toContain('error');
    },
  );

  test.skipIf(lacking.signals)('answers what is open before it leaves', async () => {
    const bot = await startBot();
    const interactions = Array.from({ length: 30 }, () =>
      discord.command(
        'ask',
        { question: 'how many U.S. soldiers are there in Iraq?' },
        { user: discord.world.addUser('reader') },
      ),
    );
    await waitFor('them to be acknowledged', () => interactions.every(({ deferred }) => deferred));
    bot.process.kill('SIGTERM');
    expect(await bot.status).toBe(0);
    for (const interaction of interactions) {
      expect(textOf(await discord.answer(interaction))).toMatch(/5,000|I am being restarted/);
    }
  });

  test.skipIf(lacking.signals)(
    'leaves in the middle of an import, and goes on with it at the next start',
    async () => {
      const ARTICLES_FOLDER = path.join(folder, 'imported');
      const settings = { ARTICLES_FOLDER, INDEX_FOLDER: path.join(folder, 'imported-index') };
      cpSync(path.resolve('seeds'), ARTICLES_FOLDER, { recursive: true });
      const bot = await startBot(settings);
      for (let number = 0; number < 300; number++) {
        writeFileSync(
          path.join(ARTICLES_FOLDER, `report-${number}.txt`),
          `Report ${number} tells of the harvest of ${1900 + number}, which was large.\n`.repeat(30),
        );
      }
      await waitFor('the import', () => bot.output.includes('articles that are new or changed'), PATIENCE);
      bot.process.kill('SIGTERM');
      expect(await bot.status).toBe(0);
      const listed = await runToEnd(['articles', '--json'], settings);
      expect(listed.match(/^\{/gm)).toHaveLength(305);
    },
  );

  test.skipIf(lacking.signals)('leaves on SIGTERM also while Discord is away', async () => {
    const bot = await startBot();
    discord.gateway.stop();
    await waitFor('it to notice', () => bot.output.includes('The connection to Discord broke'));
    bot.process.kill('SIGTERM');
    expect(await bot.status).toBe(0);
  });

  test.skipIf(lacking.pipes)('leaves on SIGTERM also while a drive hangs', async () => {
    const ARTICLES_FOLDER = path.join(folder, 'hanging');
    cpSync(path.resolve('seeds'), ARTICLES_FOLDER, { recursive: true });
    const HANGING = path.join(folder, 'pipe');
    execFileSync('mkfifo', [HANGING]);
    const drive = pathToFileURL(path.resolve('test/hanging-drive.js')).href;
    const NODE_OPTIONS = `--import ${drive}`;
    const INDEX_FOLDER = path.join(folder, 'hanging-index');
    const bot = await startBot({ ARTICLES_FOLDER, INDEX_FOLDER, HANGING, NODE_OPTIONS });
    writeFileSync(path.join(ARTICLES_FOLDER, 'hanging.txt'), 'A report of the harvest.');
    await waitFor('it to be given up', () => bot.output.includes('does not answer'), PATIENCE);
    const answer = await discord.replyTo(discord.mention('how many U.S. soldiers are there in Iraq?'));
    expect(textOf(answer)).toContain('5,000');
    bot.process.kill('SIGTERM');
    await bot.status;
    expect(bot.process.signalCode).toBe('SIGTERM');
    expect(bot.output).toContain('leaving without');
  });

  test('ends with a plain line when Discord invalidates the session for good', async () => {
    const bot = await startBot();
    discord.gateway.closeForGood(4004);
    expect(await bot.status).toBe(1);
    expect(bot.output).toMatch(/^clippings: Discord does not accept the token in DISCORD_TOKEN\./m);
  });
});

describe('with METRICS_PORT', () => {
  const addressIn = ({ output }: Run) => /at (http:\S+)\/healthz/.exec(output)?.[1] ?? '';
  const healthOf = async (bot: Run) => (await fetch(`${addressIn(bot)}/healthz`)).status;

  test.skipIf(lacking.signals)(
    'the bot tells whether it is well, and what it did, and nothing of what was asked',
    async () => {
      const STORE_URL = `file:${path.join(folder, 'figures.db')}`;
      const store = await openStore({ url: STORE_URL });
      // One that cannot be read: nothing is fetched from this machine.
      await addFeed(store, discord.apiUrl, null, Date.now());
      store.close();
      const bot = await startBot({ METRICS_PORT: '0', STORE_URL });
      expect(addressIn(bot)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(await healthOf(bot)).toBe(200);
      await discord.replyTo(discord.mention('how many U.S. soldiers are there in Iraq?'));
      await discord.replyTo(discord.mention('who won the world cup?'));
      await waitFor('the feed to be tried', () => bot.output.includes('It is tried again'), PATIENCE);
      const figures = await (await fetch(`${addressIn(bot)}/metrics`)).text();
      expect(figures).toContain('clippings_questions_total{outcome="answered"} 1');
      expect(figures).toContain('clippings_questions_total{outcome="unanswered"} 1');
      expect(figures).toContain('clippings_feed_polls_total{outcome="failed"} 1');
      expect(figures).toContain('clippings_archive_articles 5');
      expect(figures).toContain('clippings_gateway_connected{shard="0"} 1');
      expect(figures).not.toMatch(/iraq|cup/i);
      discord.gateway.stop();
      await waitFor('it to notice', () => bot.output.includes('The connection to Discord broke'));
      expect(await healthOf(bot)).toBe(503);
      bot.process.kill('SIGTERM');
      expect(await bot.status).toBe(0);
    },
  );

  test('that another program uses, it ends with a line that names the port', async () => {
    const [, port = ''] = /:(\d+)\//.exec(discord.apiUrl) ?? [];
    expect(await runToEnd(['start'], { METRICS_PORT: port })).toMatch(
      new RegExp(
        `^clippings: The metrics cannot be served at port ${port} of 127\\.0\\.0\\.1: another .*\\n\\(1\\)$`,
        'm',
      ),
    );
  });
});

test('a wrong token is told before the archive is opened', async () => {
  const INDEX_FOLDER = path.join(folder, 'never-built');
  const told = await runToEnd(['start'], { DISCORD_TOKEN: 'wrong', INDEX_FOLDER });
  expect(told).toMatch(/does not accept the token.*\(1\)$/s);
  expect(existsSync(INDEX_FOLDER)).toBe(false);
});

describe('clippings deploy', () => {
  test('shows what changes, registers, and then has nothing to do', async () => {
    expect(await runToEnd(['deploy'])).toMatch(/^created: \/ask, .*“Find sources”\n\(0\)$/);
    const registered = discord.rest.commands.get('global')?.length;
    expect(await runToEnd(['deploy'])).toBe(`Nothing to change: ${registered} commands are registered.\n(0)`);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('in one server after everywhere says that members would see them twice, and does it when told to', async () => {
    await runToEnd(['deploy']);
    const words = ['deploy', '--guild', discord.world.guild];
    expect(await runToEnd(words)).toMatch(
      /^clippings: Members of server \d+ would see \d+ commands twice.*\n\(1\)$/,
    );
    expect(await runToEnd([...words, '--twice'])).toMatch(/^created in server \d+: \/ask.*\(0\)$/s);
    expect(await runToEnd([...words, '--remove'])).toMatch(/^removed in server \d+: \/ask.*\(0\)$/s);
    expect(await runToEnd(['deploy', '--remove'])).toMatch(/--remove needs --guild\n\(2\)$/);
  });

  test('needs a token', async () => {
    expect(await runToEnd(['deploy'], { DISCORD_TOKEN: '' })).toMatch(
      /^clippings: There is no DISCORD_TOKEN\..*\n\(1\)$/,
    );
  });
});

test('clippings questions deletes first what was kept for long enough', async () => {
  const STORE_URL = `file:${path.join(folder, 'old-questions.db')}`;
  const store = await openStore({ url: STORE_URL });
  const place = { guild: '1', channel: '2', parent: null };
  const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  await recordUnanswered(store, { message: '3', asker: '1' }, place, 'Who won in spring?', daysAgo(91));
  await recordUnanswered(store, { message: '4', asker: '1' }, place, 'Who won in summer?', daysAgo(20));
  const listed = await runToEnd(['questions'], { STORE_URL });
  expect(listed).not.toContain('spring');
  expect(listed).toContain('summer');
  expect(await runToEnd(['questions'], { STORE_URL, RETENTION_DAYS: '10' })).not.toContain('summer');
  expect((await store.execute('SELECT * FROM questions')).rows).toEqual([]);
  store.close();
});

test.skipIf(lacking.signals)('clippings questions lists what found no answer, with counts', async () => {
  const STORE_URL = `file:${path.join(folder, 'questions.db')}`;
  const bot = await startBot({ STORE_URL });
  for (let times = 0; times < 2; times += 1) {
    await discord.replyTo(discord.mention('who won the world cup?'));
  }
  bot.process.kill('SIGTERM');
  await bot.status;
  expect(await runToEnd(['questions'], { STORE_URL })).toMatch(
    /^\s+2\s+0 {2}\d{4}-\d\d-\d\d {2}who won the world cup\? {2}\(Readers\)$/m,
  );
  // Without Discord the server has its number alone.
  expect(await runToEnd(['questions'], { STORE_URL, DISCORD_TOKEN: '' })).toMatch(/\(server \d+\)$/m);
  const [line = ''] = (await runToEnd(['questions', '--json'], { STORE_URL })).split('\n');
  expect(JSON.parse(line)).toMatchObject({
    question: 'who won the world cup?',
    unanswered: 2,
    server: 'Readers',
  });
});
