import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REST } from 'discord.js';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DigestClock, sendDueDigests } from '../../../src/discord/digests/clock.js';
import { type Delivery, LEASE } from '../../../src/discord/digests/delivery.js';
import { discordTime } from '../../../src/discord/digests/discord-time.js';
import { DigestOutbox } from '../../../src/discord/digests/outbox.js';
import { SteadyClock } from '../../../src/discord/digests/steady-clock.js';
import { type DigestSchedule, deleteDigestSchedule } from '../../../src/store/digest-schedules.js';
import { lastDigests } from '../../../src/store/digest-sends.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { UserError } from '../../../src/user-error.js';
import { scheduleDigest } from '../../store/scheduled-digest.js';
import type { Orders } from '../dying-process.js';
import { DyingProcesses } from '../dying-processes.js';
import { StandIn, waitFor } from '../stand-in/stand-in.js';
import { DUE, GUILD, smallArchiveService } from './digest-fixtures.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let folder: string;
let storeUrl: string;
let store: Store;
let discord: StandIn;
const processes = new DyingProcesses('test/discord/digests/digest-child.ts');

afterAll(() => processes.end());

async function begin(nonceWindow: number): Promise<void> {
  discord = await StandIn.start({ nonceWindow });
  await schedule();
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-digest-'));
  storeUrl = `file:${path.join(folder, 'clippings.db')}`;
  store = await openStore({ url: storeUrl });
});

afterEach(async () => {
  await discord.stop();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function schedule(changes: Partial<DigestSchedule> = {}): Promise<void> {
  const since = DUE - 24 * HOUR;
  const channel = discord.world.general.id;
  await scheduleDigest(store, { guild: GUILD, channel, since, ...changes });
}

function delivery(now: number, changes: Partial<Delivery> = {}): Delivery {
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
  return {
    store,
    service: smallArchiveService(),
    outbox: new DigestOutbox(rest, discord.world.me.id),
    log: pino({ level: 'silent' }),
    now: () => now,
    holder: 'this process',
    ...changes,
  };
}

const digests = () => discord.world.history(discord.world.general.id);
const last = async () => (await lastDigests(store, GUILD, 1))[0];

describe('a process that dies', () => {
  // DIGEST_KILL_ROUNDS=20 kills as often at each place: for a change of the protocol.
  const rounds = Array.from({ length: Number(process.env.DIGEST_KILL_ROUNDS ?? 1) }, (_, round) => round + 1);
  const each = (points: readonly string[]) =>
    rounds.flatMap((round) => points.map((die) => ({ die, round })));
  const everywhere = ['claim', 'try', 'post', 'record'].flatMap((step) => [
    `before ${step}`,
    `after ${step}`,
  ]);

  test.each(each(everywhere))(
    '$die: one message comes of it, while Discord remembers the nonce (round $round)',
    async ({ die }) => {
      await begin(10 * MINUTE);
      await dieAndRecover(die);
    },
  );

  test.each(each(['before post', 'after post', 'before record']))(
    '$die: one message comes of it, when Discord has forgotten the nonce (round $round)',
    async ({ die }) => {
      await begin(0);
      await dieAndRecover(die);
    },
  );

  async function dieAndRecover(die: string): Promise<void> {
    expect(await processes.run(orders({ die }))).toBe('SIGKILL');
    await sendDueDigests(delivery(DUE + LEASE + 1));
    expect(digests()).toHaveLength(1);
    expect(await last()).toMatchObject({ state: 'sent', message: digests()[0]?.id });
  }

  test.each(each(['after reclaim', 'after find', 'after record']))(
    '$die while it takes over from a dead one: one message comes of it (round $round)',
    async ({ die }) => {
      await begin(0);
      expect(await processes.run(orders({ die: 'after post' }))).toBe('SIGKILL');
      expect(await processes.run(orders({ die, now: DUE + LEASE + 1 }))).toBe('SIGKILL');
      await sendDueDigests(delivery(DUE + 2 * LEASE + 2));
      expect(digests()).toHaveLength(1);
      expect(await last()).toMatchObject({ state: 'sent', message: digests()[0]?.id });
    },
  );

  test('while Discord works on its request: the message that comes of it is the only one', async () => {
    await begin(10 * MINUTE);
    discord.faults.add({ method: 'POST', path: /messages$/, delay: 400 });
    const child = await processes.loaded();
    const dead = once(child, 'exit');
    child.send(orders({ die: null }));
    await waitFor('the request', () => discord.requests.some(({ method }) => method === 'POST'));
    child.kill('SIGKILL');
    await dead;
    await sendDueDigests(delivery(DUE + LEASE + 1));
    await waitFor('the first request to be done with', () => digests().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(digests()).toHaveLength(1);
  });
});

test('two processes over one store send one message', async () => {
  await begin(0);
  const children = await Promise.all([processes.loaded(), processes.loaded()]);
  const exits = children.map((child) => once(child, 'exit'));
  for (const child of children) child.send(orders({ die: null }));
  await Promise.all(exits);
  expect(digests()).toHaveLength(1);
});

test('many looks at the clock, in several processes at once, send one message a digest', async () => {
  await begin(0);
  const stores = await Promise.all([1, 2, 3].map(() => openStore({ url: storeUrl })));
  for (let day = 0; day < 5; day++) {
    const now = DUE + day * 24 * HOUR;
    await Promise.all(
      stores.flatMap((each, at) =>
        [1, 2].map((look) => sendDueDigests(delivery(now, { store: each, holder: `${at} ${look}` }))),
      ),
    );
  }
  for (const each of stores) each.close();
  const states = (await lastDigests(store, GUILD, 10)).map(({ state }) => state);
  expect(states).toEqual(['empty', 'empty', 'empty', 'empty', 'sent']);
  expect(digests()).toHaveLength(1);
});

describe('a digest that does not go out', () => {
  test('is tried again with growing pauses, and goes out late with its own date', async () => {
    await begin(0);
    discord.faults.add({ method: 'POST', path: /messages$/, status: 500, times: 3 });
    const pauses: number[] = [];
    let now = DUE;
    for (let attempt = 0; attempt < 3; attempt++) {
      await sendDueDigests(delivery(now));
      const next = (await last())?.nextTry ?? 0;
      pauses.push(next - now);
      now = next;
    }
    expect(pauses).toEqual([30_000, 60_000, 120_000]);
    expect(await last()).toMatchObject({ state: 'waiting', reason: expect.stringContaining('reached') });
    await sendDueDigests(delivery(DUE + HOUR));
    expect(await last()).toMatchObject({ state: 'sent' });
    const shown = JSON.stringify(digests()[0]?.body);
    expect(shown).toContain('10 March 2026');
    expect(shown).toContain('Late: it was due');
  });

  test('because the answer was lost, is found in the channel', async () => {
    await begin(0);
    discord.faults.add({ method: 'POST', path: /messages$/, status: 500, applied: true });
    await sendDueDigests(delivery(DUE));
    await sendDueDigests(delivery(DUE + MINUTE));
    expect(digests()).toHaveLength(1);
    expect(await last()).toMatchObject({ state: 'sent', message: digests()[0]?.id });
  });

  test('is found among the many messages that came after it', async () => {
    await begin(0);
    await processes.run(orders({ die: 'after post' }));
    for (let count = 0; count < 250; count++) discord.say(`message ${count}`);
    await sendDueDigests(delivery(DUE + LEASE + 1));
    expect(digests().filter(({ author }) => author.bot)).toHaveLength(1);
  });

  test.each([
    { status: 403, code: 50013, reason: 'may not post' },
    { status: 404, code: 10003, reason: 'channel is gone' },
  ])('for a lasting reason ($status) is not tried again', async ({ status, code, reason }) => {
    await begin(0);
    discord.faults.add({ method: 'POST', path: /messages$/, status, code });
    await sendDueDigests(delivery(DUE));
    await sendDueDigests(delivery(DUE + HOUR));
    expect(digests()).toHaveLength(0);
    expect(await last()).toMatchObject({ state: 'failed', reason: expect.stringContaining(reason) });
  });

  test('as a post in a forum, because the answer was lost, is found there', async () => {
    await begin(0);
    const { world } = discord;
    await schedule({ channel: world.forum.id, isForum: true, guild: world.guild });
    discord.faults.add({ method: 'POST', path: /threads$/, status: 500, applied: true });
    const posts = () => [...world.channels.values()].filter(({ owner }) => owner === world.me.id);
    await sendDueDigests(delivery(DUE));
    expect(await lastDigests(store, world.guild, 1)).toMatchObject([{ state: 'waiting' }]);
    await sendDueDigests(delivery(DUE + HOUR));
    expect(posts()).toHaveLength(1);
    expect(await lastDigests(store, world.guild, 1)).toMatchObject([
      { state: 'sent', message: posts()[0]?.id },
    ]);
  });

  test('because its schedule was stopped meanwhile, never does', async () => {
    await begin(0);
    discord.faults.add({ method: 'POST', path: /messages$/, status: 500 });
    await sendDueDigests(delivery(DUE));
    await deleteDigestSchedule(store, GUILD, 1);
    await sendDueDigests(delivery(DUE + HOUR));
    expect(digests()).toHaveLength(0);
    expect(await last()).toMatchObject({ state: 'failed', reason: expect.stringContaining('stopped') });
  });

  test('within six hours is given up', async () => {
    await begin(0);
    discord.faults.add({ method: 'POST', path: /messages$/, status: 500, times: 99 });
    for (let now = DUE; now < DUE + 7 * HOUR; now += 10 * MINUTE) await sendDueDigests(delivery(now));
    expect(await last()).toMatchObject({ state: 'failed', reason: expect.stringContaining('given up') });
    expect(digests()).toHaveLength(0);
  });
});

describe('a digest that was missed', () => {
  test('goes out when it is less than six hours old', async () => {
    await begin(0);
    await sendDueDigests(delivery(DUE + 6 * HOUR - MINUTE));
    expect(digests()).toHaveLength(1);
  });

  test('is skipped, visibly, when it is older', async () => {
    await begin(0);
    await sendDueDigests(delivery(DUE + 6 * HOUR + MINUTE));
    expect(digests()).toHaveLength(0);
    expect(await last()).toMatchObject({ state: 'skipped', reason: expect.stringContaining('not running') });
  });

  test('before the schedule was set is none', async () => {
    await begin(0);
    await schedule({ since: DUE + 1 });
    await sendDueDigests(delivery(DUE + MINUTE));
    expect(await last()).toBeUndefined();
  });
});

test('a clock that is set back sends no digest twice', async () => {
  await begin(0);
  for (const now of [DUE, DUE - 2 * HOUR, DUE, DUE + 1]) await sendDueDigests(delivery(now));
  expect(digests()).toHaveLength(1);
});

describe('a clock that jumps and is put right', () => {
  let time: { wall: number; elapsed: number };
  let clock: SteadyClock;

  beforeEach(async () => {
    await begin(0);
    time = { wall: DUE - HOUR, elapsed: 0 };
    clock = startedNow();
  });

  function startedNow(): SteadyClock {
    return new SteadyClock({
      now: () => time.wall,
      elapsed: () => time.elapsed,
      witness: async () => discordTime(new REST({ api: discord.apiUrl }).setToken(discord.token)),
      tell: () => undefined,
    });
  }

  /** Lets time pass, and looks once as the bot does. */
  async function look(milliseconds: number): Promise<void> {
    time = { wall: time.wall + milliseconds, elapsed: time.elapsed + milliseconds };
    discord.clockAhead = DUE - HOUR + time.elapsed - Date.now();
    const failures: unknown[] = [];
    await new DigestClock(
      () => delivery(time.wall),
      clock,
      (error) => failures.push(error),
    ).stop();
    expect(failures).toEqual([]);
  }

  test.each([2 * HOUR, 24 * HOUR, 20 * 24 * HOUR])(
    'forward by %i ms: the digest goes out at the right time, once, and no day is skipped',
    async (jump) => {
      await look(MINUTE);
      time.wall += jump;
      for (let minute = 0; minute < 30; minute++) await look(MINUTE);
      expect(digests()).toHaveLength(0);
      time.wall -= jump;
      await look(MINUTE);
      expect(await last()).toBeUndefined();
      await look(HOUR);
      await look(MINUTE);
      expect(digests()).toHaveLength(1);
      expect(await lastDigests(store, GUILD, 9)).toMatchObject([{ due: DUE, state: 'sent' }]);
    },
  );

  test.each([3 * HOUR, 26 * HOUR, -3 * HOUR])(
    'wrong by %i ms from the start, then put right: the digest goes out at the right time, once',
    async (wrong) => {
      time.wall += wrong;
      clock = startedNow();
      for (let minute = 0; minute < 30; minute++) await look(MINUTE);
      expect(await last()).toBeUndefined();
      time.wall -= wrong;
      await look(29 * MINUTE);
      expect(await last()).toBeUndefined();
      await look(2 * MINUTE);
      await look(MINUTE);
      expect(digests()).toHaveLength(1);
      expect(await lastDigests(store, GUILD, 9)).toMatchObject([{ due: DUE, state: 'sent' }]);
    },
  );

  test('and stays wrong: the digest goes out at the right time all the same', async () => {
    time.wall += 3 * 24 * HOUR;
    await look(30 * MINUTE);
    expect(digests()).toHaveLength(0);
    await look(31 * MINUTE);
    expect(await lastDigests(store, GUILD, 9)).toMatchObject([{ due: DUE, state: 'sent' }]);
  });

  test('what a wrong clock skipped is taken up again', async () => {
    await sendDueDigests(delivery(DUE + 3 * 24 * HOUR + 7 * HOUR));
    expect(await last()).toMatchObject({ state: 'skipped' });
    await look(HOUR);
    expect(await lastDigests(store, GUILD, 9)).toMatchObject([{ due: DUE, state: 'sent' }]);
  });
});

test('an archive that is being opened again is waited for', async () => {
  await begin(0);
  const closed = new UserError('service-closed', 'The archive is being opened again.');
  await sendDueDigests(delivery(DUE, { service: { digest: () => Promise.reject(closed) } }));
  expect(await last()).toMatchObject({ state: 'waiting', reason: 'The archive is being opened again.' });
  await sendDueDigests(delivery(DUE + HOUR));
  expect(await last()).toMatchObject({ state: 'sent' });
});

describe('a day without articles', () => {
  test('posts nothing', async () => {
    await begin(0);
    await sendDueDigests(delivery(DUE, { service: smallArchiveService([]) }));
    expect(digests()).toHaveLength(0);
    expect(await last()).toMatchObject({ state: 'empty' });
  });

  test('posts a line where the guild wants one', async () => {
    await begin(0);
    await schedule({ quietLine: true });
    await sendDueDigests(delivery(DUE, { service: smallArchiveService([]) }));
    expect(JSON.stringify(digests()[0]?.body)).toContain('No articles');
  });
});

function orders(changes: Partial<Orders>): Orders {
  const place = { storeUrl, apiUrl: discord.apiUrl, token: discord.token, me: discord.world.me.id };
  return { ...place, now: DUE, die: null, ...changes };
}
