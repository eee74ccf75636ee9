import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { lastDigests } from '../../../src/store/digest-sends.js';
import { addFeed, listFeeds } from '../../../src/store/feeds.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { WebServer } from '../../ingest/web-server.js';
import { LibsqlServer } from '../../store/libsql-server.js';
import { scheduleDigest as scheduleIn } from '../../store/scheduled-digest.js';
import { StandIn, waitFor } from '../stand-in/stand-in.js';
import type { Channel } from '../stand-in/world.js';
import { fleetModules } from './fleet-modules.js';

vi.setConfig({ testTimeout: 90_000 });
const PATIENCE = 30_000;
const HOUR = 3_600_000;
const FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Port News</title></channel></rss>';

interface Process {
  readonly child: ChildProcess;
  output: string;
}

let modules: string;
let folder: string;
let storeUrl: string;
let store: Store;
let discord: StandIn;
let web: WebServer;
let server: LibsqlServer | null = null;
const running: Process[] = [];

beforeAll(() => {
  modules = fleetModules();
}, 60_000);
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-fleet-'));
  mkdirSync(path.join(folder, 'articles'));
  discord = await StandIn.start({ shards: 2 });
  web = await WebServer.start({});
});
afterEach(async () => {
  for (const { child } of running.splice(0)) {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
    child.kill('SIGKILL');
    await gone;
  }
  store.close();
  await Promise.all([discord.stop(), web.stop(), server?.stop()]);
  server = null;
  rmSync(folder, { recursive: true, force: true });
});

async function start(name: string): Promise<Process> {
  const settings = {
    modules,
    token: discord.token,
    apiUrl: discord.apiUrl,
    storeUrl,
    articlesFolder: path.join(folder, 'articles'),
    indexFolder: path.join(folder, `index of ${name}`),
  };
  const child = spawn(process.execPath, [
    path.resolve('test/discord/gateway/fleet-child.js'),
    JSON.stringify(settings),
  ]);
  const started: Process = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      started.output += chunk;
    });
  }
  running.push(started);
  await waitFor(`process ${name}`, () => started.output.includes('Invite the bot'), PATIENCE);
  return started;
}

interface Health {
  readonly healthy: boolean;
  readonly shards: { readonly shard: number; readonly isConnected: boolean }[];
}

async function healthOf({ output }: Process): Promise<Health> {
  const [, address] = /at (http:\S+)\/healthz/.exec(output) ?? [];
  return (await fetch(`${address}/healthz`)).json() as Promise<Health>; // The test of the endpoint checks its form.
}

/** Waits until these processes serve so many shards each. */
async function serve(...expected: [Process, number][]): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await Promise.all(expected.map(async ([each]) => (await healthOf(each)).shards));
    const isSo = found.every(
      (shards, at) => shards.length === expected[at]?.[1] && shards.every(({ isConnected }) => isConnected),
    );
    if (isSo && new Set(discord.gateway.connectedShards()).size === 2) return;
    if (Date.now() > end) throw new Error(`The shards are not shared so: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function askedOnce(channel: Channel): Promise<void> {
  const question = discord.mention('Who is it?', { channel });
  await discord.replyTo(question);
  expect(discord.repliesTo(question)).toHaveLength(1);
}

/** A digest that was due a few minutes ago, said even without articles. */
async function scheduleDigest(channel: Channel): Promise<void> {
  const now = new Date();
  const due = new Date(now.getTime() - 5 * 60_000);
  await scheduleIn(store, {
    guild: channel.guild ?? '',
    channel: channel.id,
    times: [{ hour: due.getUTCHours(), minute: due.getUTCMinutes() }],
    quietLine: true,
    since: now.getTime() - HOUR,
  });
}

const digestsIn = (channel: Channel) =>
  discord.world.history(channel.id).filter(({ body }) => JSON.stringify(body).includes('No articles'));

/** Where the processes find their database. */
const PLACES: [string, () => Promise<string>][] = [
  ['one file', async () => `file:${path.join(folder, 'clippings.db')}`],
  [
    'one libsql server',
    async () => {
      server = await LibsqlServer.start(path.join(folder, 'server.db'));
      return server.url;
    },
  ],
];

test.each(PLACES)(
  'two processes over %s: one is killed, the other serves all, a third one joins',
  async (_, place) => {
    storeUrl = await place();
    store = await openStore({ url: storeUrl });
    const channels = [0, 1].map((shard) =>
      discord.world.addChannel({ type: 0, name: `${shard}`, guild: discord.world.addGuild(shard, 2) }),
    );
    for (const channel of channels) await scheduleDigest(channel);
    // Whoever polls this feed gets no answer, and is killed while it waits.
    web.put('/feed', () => {});
    const feed = web.url('/feed');
    await addFeed(store, feed, null, Date.now());

    const first = await start('first');
    await waitFor('the feed to be polled', () => web.asked('/feed').length === 1, PATIENCE);
    const second = await start('second');
    await serve([first, 1], [second, 1]);
    for (const channel of channels) await askedOnce(channel);
    for (const channel of channels) await waitFor('its digest', () => digestsIn(channel)[0], PATIENCE);

    web.put('/feed', FEED);
    first.child.kill('SIGKILL');
    await serve([second, 2]);
    for (const channel of channels) await askedOnce(channel);
    await askedOnce(discord.world.directChannel(discord.reader));
    await waitFor('the feed to be polled', () => web.asked('/feed').length === 2, PATIENCE);
    await vi.waitFor(async () => expect((await listFeeds(store))[0]?.lastSuccess).not.toBeNull(), PATIENCE);
    expect((await healthOf(second)).healthy).toBe(true);

    const third = await start('third');
    await serve([second, 1], [third, 1]);
    for (const channel of channels) await askedOnce(channel);
    expect(channels.map((channel) => digestsIn(channel).length)).toEqual([1, 1]);
    for (const { guild } of channels) {
      expect((await lastDigests(store, guild ?? '', 5)).map(({ state }) => state)).toEqual(['sent']);
    }
    expect(discord.gateway.tooSoon).toBe(0);
  },
);
