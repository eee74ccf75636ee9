import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Bot, type BotOptions, startBot } from '../../../src/discord/bot.js';
import { digestPlace } from '../../../src/discord/digests/permissions.js';
import { FLEET_TIMES } from '../../../src/discord/gateway/fleet.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { LibsqlServer } from '../../store/libsql-server.js';
import { anAnswer } from '../answers.js';
import { StandIn, type StandInOptions, waitFor } from '../stand-in/stand-in.js';
import type { Channel } from '../stand-in/world.js';
import { stubArchiveService } from '../stub-archive-service.js';

vi.setConfig({ testTimeout: 40_000 });
const PATIENCE = 15_000;
/** What leases of the dead take is seen with real processes; here nobody dies. */
const TIMES = { beat: 50, length: 10_000, identify: 100 };

let folder: string;
let discord: StandIn;
let log: string[];
const bots: { bot: Bot; store: Store }[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-fleet-'));
  log = [];
});
afterEach(async () => {
  for (const { bot, store } of bots.splice(0)) {
    await bot.stop();
    store.close();
  }
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ourFile = () => `file:${path.join(folder, 'clippings.db')}`;

/** A bot as in a process of its own, over the one store. */
async function start(options: Partial<BotOptions> = {}, url = ourFile()): Promise<Bot> {
  const sink = new Writable({
    write: (line, _, done) => {
      log.push(JSON.parse(String(line)).msg);
      done();
    },
  });
  const store = await openStore({ url, patience: 500 });
  const opened = startBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    service: stubArchiveService({ ask: async (question) => anAnswer({ question }) }),
    store,
    log: pino({ level: 'info' }, sink),
    messageContent: false,
    cooldown: 0,
    storeQuestions: true,
    retentionDays: 90,
    fleetTimes: TIMES,
    ...options,
  });
  opened.catch(() => store.close());
  const bot = await opened;
  bots.push({ bot, store });
  return bot;
}

async function begin(shards: number, options: StandInOptions = {}): Promise<void> {
  discord = await StandIn.start({ shards, ...options });
}

/** A channel in a guild of every shard. */
function channelsOf(shards: number): Channel[] {
  return Array.from({ length: shards }, (_, shard) =>
    discord.world.addChannel({ type: 0, name: `of ${shard}`, guild: discord.world.addGuild(shard, shards) }),
  );
}

const served = (bot: Bot) => bot.shards().flatMap(({ shard, isConnected }) => (isConnected ? [shard] : []));

async function serving(bot: Bot, count: number): Promise<void> {
  await waitFor(
    `${count} shards`,
    () => served(bot).length === count && bot.shards().length === count,
    PATIENCE,
  );
}

/** Asks in a channel, and sees that there is one answer. */
async function askedOnce(channel: Channel): Promise<void> {
  const question = discord.mention('Who is it?', { channel });
  await discord.replyTo(question);
  expect(discord.repliesTo(question)).toHaveLength(1);
}

describe('a bot without other processes', () => {
  test('has as many shards as Discord recommends, and answers in guilds of all, and in private', async () => {
    await begin(3);
    const channels = channelsOf(3);
    const bot = await start();
    expect([served(bot), discord.gateway.connectedShards()]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    for (const channel of channels) await askedOnce(channel);
    await askedOnce(discord.world.directChannel(discord.reader));
  });

  test('resumes the one shard that broke, and answers what was asked there meanwhile', async () => {
    await begin(2);
    const [, channel] = channelsOf(2);
    if (!channel) throw new Error('There are two');
    await start();
    const { identifies } = discord.gateway;
    discord.gateway.cut(1);
    await askedOnce(channel);
    expect([discord.gateway.identifies, discord.gateway.resumes]).toEqual([identifies, 1]);
    expect(log.filter((line) => line.includes('(shard 1)'))).toHaveLength(2);
  });

  test('says so when Discord lets it connect no more today', async () => {
    await begin(2, { identifyLimit: 1 });
    await expect(start()).rejects.toMatchObject({ code: 'discord-sessions-spent' });
  });
});

describe('processes that share the shards', () => {
  test('have the same number of them, and each guild is answered once', async () => {
    await begin(4);
    const channels = channelsOf(4);
    const first = await start({ shards: 'auto' });
    await serving(first, 4);
    const second = await start({ shards: 'auto' });
    await serving(second, 2);
    await serving(first, 2);
    expect(discord.gateway.connectedShards()).toEqual([0, 1, 2, 3]);
    for (const channel of channels) await askedOnce(channel);
    await askedOnce(discord.world.directChannel(discord.reader));
    const command = discord.command('ask', { question: 'By command?' }, { channel: channels[3] as Channel });
    await discord.answer(command);
    const callbacks = discord.requests.filter(({ path: route }) =>
      route.endsWith(`${command.token}/callback`),
    );
    expect(callbacks).toHaveLength(1);
  });

  test('hand theirs over when they leave', async () => {
    await begin(2);
    const channels = channelsOf(2);
    const first = await start({ shards: 2 });
    await serving(first, 2);
    const second = await start({ shards: 2 });
    await serving(second, 1);
    await first.stop();
    await serving(second, 2);
    for (const channel of channels) await askedOnce(channel);
  });

  test('still answer what came in before they left a shard to another one', async () => {
    await begin(2);
    const [, channel] = channelsOf(2);
    let answer = (): void => {};
    const told = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const ask = async (question: string) => {
      await told;
      return anAnswer({ question });
    };
    const first = await start({ shards: 2, service: stubArchiveService({ ask }) });
    await serving(first, 2);
    if (!channel) throw new Error('There are two');
    const question = discord.mention('A long one?', { channel });
    await waitFor('it to be under way', () =>
      discord.requests.some(({ path: at }) => at.endsWith('/typing')),
    );
    const second = await start({ shards: 2 });
    await serving(second, 1);
    expect(served(first)).toEqual([0]);
    answer();
    await discord.replyTo(question);
    expect(discord.repliesTo(question)).toHaveLength(1);
  });

  test('keep what they have while the database is away, and answer all the same', async () => {
    await begin(2);
    const channels = channelsOf(2);
    const server = await LibsqlServer.start(path.join(folder, 'server.db'));
    const fleetTimes = { beat: 50, length: 1_000, identify: 100 };
    const first = await start({ shards: 2, fleetTimes }, server.url);
    const second = await start({ shards: 2, fleetTimes }, server.url);
    await serving(second, 1);
    await serving(first, 1);
    const { identifies } = discord.gateway;
    server.state = 'gone';
    await delay(1.5 * fleetTimes.length);
    for (const channel of channels) await askedOnce(channel);
    server.state = 'here';
    await delay(1.5 * fleetTimes.length);
    for (const channel of channels) await askedOnce(channel);
    expect([served(first).length, served(second).length]).toEqual([1, 1]);
    expect(discord.gateway.identifies).toBe(identifies);
    for (const { bot } of bots) await bot.stop();
    await server.stop();
  });

  test('wait where there are more of them than shards', async () => {
    await begin(1);
    const first = await start({ shards: 'auto' });
    const spare = await start({ shards: 'auto' });
    expect([served(first), spare.shards()]).toEqual([[0], []]);
    expect(log).toContain('All shards are served by other processes; waiting to take over');
    await first.stop();
    await serving(spare, 1);
    await askedOnce(discord.world.general);
  });

  test('agree on their number: that of the first', async () => {
    await begin(1);
    const first = await start({ shards: 2 });
    await serving(first, 2);
    const second = await start({ shards: 3 });
    await serving(second, 1);
    await serving(first, 1);
    expect(discord.gateway.connectedShards()).toEqual([0, 1]);
    expect(log).toContain('The processes that run already have 2 shards, not 3; so it stays');
  });

  test('identify one after the other, as Discord wants it', async () => {
    await begin(2, { maxConcurrency: 1, identifyWindow: 5_000 });
    const fleetTimes = { ...TIMES, identify: FLEET_TIMES.identify };
    const both = await Promise.all([1, 2].map(() => start({ shards: 'auto', fleetTimes })));
    await waitFor('both shards', () => both.flatMap(served).length === 2, 30_000);
    expect(discord.gateway.tooSoon).toBe(0);
    expect(discord.gateway.connectedShards()).toEqual([0, 1]);
  });

  test('start a shard anew when its session is dead', async () => {
    await begin(2);
    const [, channel] = channelsOf(2);
    if (!channel) throw new Error('There are two');
    await serving(await start({ shards: 'auto' }), 2);
    const { identifies } = discord.gateway;
    discord.gateway.killSessions();
    discord.gateway.cut(1);
    await waitFor('a new session', () => discord.gateway.identifies > identifies, PATIENCE);
    await waitFor('it to be connected', () => discord.gateway.connectedShards().includes(1), PATIENCE);
    await askedOnce(channel);
  });

  test('end when Discord does not let them in, instead of knocking for ever', async () => {
    await begin(2);
    const bot = await start({ shards: 'auto' });
    discord.gateway.closeForGood(4004);
    expect(await bot.closed).toMatchObject({ code: 'discord-token-invalid' });
    await expect(start({ shards: 'auto', token: 'wrong' })).rejects.toMatchObject({
      code: 'discord-token-invalid',
    });
  });

  test('see what they may do also in guilds that others serve', async () => {
    await begin(2);
    const [ours, theirs] = channelsOf(2);
    const first = await start({ shards: 2 });
    const second = await start({ shards: 2 });
    await serving(second, 1);
    await serving(first, 1);
    const [client] = first.clients();
    if (!client || !ours || !theirs) throw new Error('All are there');
    expect(client.channels.cache.has(theirs.id)).toBe(false);
    expect(await digestPlace(client, theirs.id)).toMatchObject({ missing: [], isForum: false });
    expect(await digestPlace(client, '1')).toBeNull();
  });
});
