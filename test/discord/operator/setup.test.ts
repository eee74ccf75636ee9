import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { parse } from 'dotenv';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { setUp } from '../../../src/discord/operator/setup.js';
import { readDigestSchedules } from '../../../src/store/digest-schedules.js';
import { openStore } from '../../../src/store/store.js';
import { UserError } from '../../../src/user-error.js';
import { builtMain } from '../../built.js';
import { scheduleDigest } from '../../store/scheduled-digest.js';
import { StandIn } from '../stand-in/stand-in.js';

// A process takes its time to start where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let main: string;
let folder: string;
let discord: StandIn;

beforeAll(() => {
  main = builtMain();
}, 60_000);
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-setup-'));
  discord = await StandIn.start();
});
afterEach(async () => {
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The command line, in a folder of its own, with lines for its questions. */
async function run(words: string[], lines: string[] = [], settings: Record<string, string> = {}) {
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    DISCORD_API_URL: discord.apiUrl,
    STORE_URL: storeUrl(),
    ARTICLES_FOLDER: path.resolve('seeds'),
    INDEX_FOLDER: path.join(folder, 'index'),
    ...settings,
  };
  const child = spawn(process.execPath, [main, ...words], { cwd: folder, env });
  const told = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => {
    told.output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.errors += chunk;
  });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [status] = await once(child, 'close');
  return { ...told, status };
}

const storeUrl = (): string => `file:${path.join(folder, 'clippings.db')}`;
const envFile = (): string => path.join(folder, '.env');

function tokenFile(token = discord.token): string {
  const file = path.join(folder, 'token');
  writeFileSync(file, `${token}\n`);
  return file;
}

async function schedules() {
  const store = await openStore({ url: storeUrl() });
  const found = await readDigestSchedules(store);
  store.close();
  return found;
}

test('setup that is stopped at its first question says that nothing was changed', async () => {
  const stopped = () => Promise.reject(new UserError('questions-stopped', 'Stopped.'));
  const never = () => Promise.reject(new Error('It is stopped before that.'));
  const context = {
    apiUrl: discord.apiUrl,
    operatorServer: null,
    currentToken: () => null,
    envFile: envFile(),
    envTemplate: never,
    say: () => {},
    questioner: { ask: stopped, askHidden: stopped },
    addFeed: never,
    withStore: never,
  };
  const digest = { time: '08:00', zone: 'UTC' };
  const wishes = { tokenFile: null, guild: null, feeds: [], digestChannel: null, digest };
  await expect(setUp(context, wishes)).rejects.toThrow('Stopped; nothing was changed.');
});

describe('setup without questions', () => {
  test('checks the token, writes it, registers the commands, prints the invite link, schedules a digest', async () => {
    const digest = [
      '--digest-channel',
      discord.world.news.id,
      '--digest-time',
      '7:30',
      '--digest-zone',
      'Berlin',
    ];
    const { output, errors, status } = await run(['setup', '--yes', '--token-file', tokenFile(), ...digest]);
    expect(errors).toBe('');
    expect(status).toBe(0);
    expect(parse(readFileSync(envFile()))).toMatchObject({ DISCORD_TOKEN: discord.token, LOG_LEVEL: 'info' });
    expect(discord.rest.commands.get('global')?.map(({ name }) => name)).toContain('ask');
    expect(output).toContain(`https://discord.com/oauth2/authorize?client_id=${discord.world.me.id}`);
    expect(output).not.toContain(discord.token);
    expect(await schedules()).toMatchObject([
      {
        guild: discord.world.guild,
        channel: discord.world.news.id,
        name: 'News',
        times: [{ hour: 7, minute: 30 }],
        zone: 'Europe/Berlin',
      },
    ]);
  });

  test('can be run again, and changes nothing', async () => {
    await run(['setup', '--yes', '--token-file', tokenFile()]);
    const before = readFileSync(envFile(), 'utf8');
    const { output, status } = await run(['setup', '--yes']);
    expect(output).toContain('Nothing to change');
    expect(readFileSync(envFile(), 'utf8')).toBe(before);
    expect(status).toBe(0);
  });

  test('writes no token that Discord does not accept', async () => {
    const { errors, status } = await run(['setup', '--yes', '--token-file', tokenFile('wrong')]);
    expect(errors).toMatch(/^clippings: Discord does not accept the token/);
    expect(() => readFileSync(envFile())).toThrow('ENOENT');
    expect(status).toBe(1);
  });

  test('says when the environment sets another token', async () => {
    const words = ['setup', '--yes', '--token-file', tokenFile()];
    const { output } = await run(words, [], { DISCORD_TOKEN: 'another' });
    expect(output).toContain('the environment sets another DISCORD_TOKEN');
  });

  test('goes on when a feed cannot be added, and says so at the end', async () => {
    const words = ['setup', '--yes', '--token-file', tokenFile(), '--feed', 'http://127.0.0.1:1/rss'];
    const { output, errors, status } = await run([...words, '--digest-channel', discord.world.news.id]);
    expect(output).toContain('A digest comes to #news');
    expect(errors).toContain('the feed http://127.0.0.1:1/rss was not added');
    expect(status).toBe(1);
  });

  test('schedules no digest where the bot may not post', async () => {
    discord.world.denied.set(discord.world.news.id, PermissionFlagsBits.SendMessages);
    const words = ['setup', '--yes', '--token-file', tokenFile(), '--digest-channel', discord.world.news.id];
    const { output, status } = await run(words);
    expect(output).toContain('Give Clippings there: Send Messages.');
    expect(await schedules()).toEqual([]);
    expect(status).toBe(1);
  });
});

describe('setup with questions', () => {
  test('asks again for a token that is not accepted, then for feeds and a digest', async () => {
    const lines = ['wrong', `Bot ${discord.token}`, '', '', '#nowhere', '#news', '', 'Tokyo'];
    const { output, errors, status } = await run(['setup'], lines);
    expect(errors).toBe('');
    expect(output).toContain('press New Application');
    expect(output).toContain('Discord does not accept the token');
    expect(output).toContain('#general, #news');
    expect(await schedules()).toMatchObject([{ times: [{ hour: 8 }], zone: 'Asia/Tokyo' }]);
    expect(status).toBe(0);
  });

  test('ends in plain words when nobody answers', async () => {
    const { errors, status } = await run(['setup']);
    expect(errors).toMatch(/^clippings: Nobody answered.*--yes/);
    expect(status).toBe(1);
  });
});

describe('doctor', () => {
  /** What it found, by part and state. */
  async function doctor(settings: Record<string, string> = {}) {
    const { output, status } = await run(['doctor', '--json'], [], {
      DISCORD_TOKEN: discord.token,
      ...settings,
    });
    const findings = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { part: string; state: string; words: string; hint?: string });
    return { findings, wrong: findings.filter(({ state }) => state === 'wrong'), status };
  }

  async function scheduleIn(channel: string): Promise<void> {
    const store = await openStore({ url: storeUrl() });
    await scheduleDigest(store, { guild: discord.world.guild, channel, since: 0 });
    store.close();
  }

  test('of a good installation finds nothing wrong', async () => {
    await run(['setup', '--yes', '--token-file', tokenFile(), '--digest-channel', discord.world.news.id]);
    const { findings, wrong, status } = await doctor();
    expect(wrong).toEqual([]);
    expect(status).toBe(0);
    expect(findings).toContainEqual({
      part: 'digest',
      state: 'good',
      words: 'it may post in #news of Readers',
    });
    const parts = findings.map(({ part }) => part);
    for (const part of [
      'Node.js',
      'settings',
      'articles',
      'index',
      'disk',
      'database',
      'feeds',
      'token',
      'clock',
    ]) {
      expect(parts).toContain(part);
    }
  });

  test('changes nothing', async () => {
    await doctor();
    expect(discord.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(() => readFileSync(path.join(folder, 'clippings.db'))).toThrow('ENOENT');
  });

  test('names what the bot lacks in a channel with a digest', async () => {
    await scheduleIn(discord.world.news.id);
    discord.world.denied.set(discord.world.news.id, PermissionFlagsBits.ReadMessageHistory);
    const { wrong, status } = await doctor();
    expect(wrong).toMatchObject([{ part: 'digest', hint: 'Give Clippings there: Read Message History.' }]);
    expect(status).toBe(1);
  });

  test('names a channel with a digest that is gone', async () => {
    await scheduleIn('123456789012345678');
    expect((await doctor()).wrong).toMatchObject([
      { part: 'digest', words: expect.stringContaining('123456789012345678') },
    ]);
  });

  test('names a token that Discord does not accept', async () => {
    expect((await doctor({ DISCORD_TOKEN: 'wrong' })).wrong).toMatchObject([{ part: 'token' }]);
  });

  test('names an intent that was not granted', async () => {
    expect((await doctor({ MESSAGE_CONTENT: 'on' })).wrong).toMatchObject([{ part: 'intents' }]);
  });

  test('names a clock that is wrong', async () => {
    discord.clockAhead = 300_000;
    expect((await doctor()).wrong).toMatchObject([
      { part: 'clock', words: expect.stringContaining('behind') },
    ]);
  });

  test('names a setting that is wrong', async () => {
    expect((await doctor({ COOLDOWN_SECONDS: 'x' })).wrong).toMatchObject([
      { part: 'settings', words: expect.stringContaining('COOLDOWN_SECONDS') },
    ]);
  });

  test('prints a line for each finding, with an X for what is wrong', async () => {
    const { output, errors } = await run(['doctor'], [], { DISCORD_TOKEN: 'wrong' });
    expect(output).toMatch(/^ok {2}Node\.js/m);
    expect(output).toMatch(/^X {3}token {6}Discord does not accept the token/m);
    expect(errors).toBe('clippings: One thing is wrong; see the lines with an X.\n');
  });
});
