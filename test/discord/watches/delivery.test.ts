import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.js';
import { STORY_ENDS_AFTER, sendAlerts, tidyWatches } from '../../../src/discord/watches/clock.js';
import { type AlertDelivery, LEASE } from '../../../src/discord/watches/delivery.js';
import { forgetPerson } from '../../../src/store/forgetting.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { allWatches, type NewWatch, writeWatch } from '../../../src/store/watches/watches.js';
import type { Orders } from '../dying-process.js';
import { StandIn } from '../stand-in/stand-in.js';
import { visibleText } from '../stand-in/world.js';
import { alertDelivery, GUILD, NOW, smallArchive, watchOf } from './alert-fixtures.js';
import { alertProcesses } from './alert-processes.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let folder: string;
let storeUrl: string;
let store: Store;
let discord: StandIn;
let archive: Archive;
const processes = alertProcesses();

beforeAll(async () => {
  archive = await smallArchive();
});
afterAll(() => processes.end());
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-watch-'));
  storeUrl = `file:${path.join(folder, 'clippings.db')}`;
  store = await openStore({ url: storeUrl });
});
afterEach(async () => {
  await discord.stop();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function begin(nonceWindow = 0, changes: Partial<NewWatch> = {}): Promise<void> {
  discord = await StandIn.start({ nonceWindow });
  const channel = discord.world.general.id;
  const pace = { most: 5, quiet: null, zone: 'UTC' };
  const what = { words: 'ferry', story: null, since: NOW - DAY };
  await writeWatch(store, { guild: GUILD, person: null, channel, ...what, ...pace, ...changes });
}

function delivery(now: number, changes: Partial<AlertDelivery> = {}): AlertDelivery {
  return alertDelivery(archive, store, place(), now, changes);
}

const place = () => ({ apiUrl: discord.apiUrl, token: discord.token, me: discord.world.me.id });
const orders = (die: string | null, now = NOW): Orders => ({ ...place(), storeUrl, now, die });
const alerts = () => discord.world.history(discord.world.general.id).map(({ body }) => visibleText(body));

/** What a living process does: it looks at the articles, and sends until nothing is left. */
async function live(now: number): Promise<void> {
  await watchOf(archive, store, NOW).look();
  for (let look = 0; look < 4; look++) await sendAlerts(delivery(now));
}

describe('a process that dies', () => {
  async function dieAndRecover(...deaths: string[]): Promise<void> {
    let now = NOW;
    for (const die of deaths) {
      expect(await processes.run(orders(die, now))).toBe('SIGKILL');
      now += LEASE + 1;
    }
    await live(now);
    expect(alerts().filter((text) => text.includes('inquiry by the ministry'))).toHaveLength(1);
    expect(alerts().filter((text) => text.includes('questions by relatives'))).toHaveLength(1);
    expect(alerts()).toHaveLength(2);
  }

  // `npm run bench:watches` kills at every place, many times over.
  test.each([
    { deaths: ['after found'], nonceWindow: 10 * MINUTE },
    { deaths: ['after claim'], nonceWindow: 10 * MINUTE },
    { deaths: ['before post'], nonceWindow: 0 },
    { deaths: ['after post'], nonceWindow: 10 * MINUTE },
    { deaths: ['after post', 'after reclaim'], nonceWindow: 0 },
    { deaths: ['before record', 'after find'], nonceWindow: 0 },
  ])('$deaths: each alert is told once', async ({ deaths, nonceWindow }) => {
    await begin(nonceWindow);
    await dieAndRecover(...deaths);
  });
});

test('many looks in several processes at once tell each alert once', async () => {
  await begin(0);
  const stores = await Promise.all([1, 2, 3].map(() => openStore({ url: storeUrl })));
  for (let round = 0; round < 3; round++) {
    await Promise.all(
      stores.map(async (each, at) => {
        await watchOf(archive, each, NOW).look();
        await sendAlerts(delivery(NOW + round, { store: each, holder: `process ${at}` }));
      }),
    );
  }
  for (const each of stores) each.close();
  expect(alerts()).toHaveLength(2);
});

test('an alert makes no sound and pings nobody', async () => {
  await begin();
  await live(NOW);
  const [message] = discord.world.history(discord.world.general.id);
  expect(Number(message?.body.flags) & (1 << 12)).not.toBe(0);
  expect(message && discord.world.pings(message)).toBe(false);
});

test('the second alert says what is new against the first', async () => {
  await begin();
  await live(NOW);
  expect(alerts()[0]).not.toContain('New since the last alert');
  expect(alerts()[1]).toContain('questions by relatives');
});

test('what comes in at night is summed up in the morning', async () => {
  const quiet = { from: { hour: 11, minute: 0 }, until: { hour: 14, minute: 0 } };
  await begin(0, { quiet });
  await live(NOW);
  expect(alerts()).toEqual([]);
  await live(NOW + 2 * HOUR);
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]).toContain('2 articles');
});

test('articles that are no news any more, or came in before, are not told', async () => {
  await begin();
  await watchOf(archive, store, NOW + 3 * DAY).look();
  await sendAlerts(delivery(NOW + 3 * DAY));
  expect(alerts()).toEqual([]);
});

describe('a watch', () => {
  test.each([
    { what: 'whose channel is gone', status: 404, code: 10003 },
    { what: 'that may not post in its channel any more', status: 403, code: 50013 },
    { what: 'whose person takes no direct messages', status: 403, code: 50007 },
  ])('$what ends, with all that waits', async ({ status, code }) => {
    await begin();
    discord.faults.add({ method: 'POST', path: /messages$/, status, code, times: 9 });
    await live(NOW);
    expect(await allWatches(store)).toEqual([]);
    expect((await store.execute('SELECT * FROM alerts')).rows).toEqual([]);
  });

  test('waits while Discord is out of reach, and tells once it is back', async () => {
    await begin();
    discord.faults.add({ method: 'POST', path: /messages$/, status: 500, times: 1 });
    await live(NOW);
    expect(alerts()).toEqual([]);
    await live(NOW + MINUTE);
    expect(alerts()).toHaveLength(2);
  });

  test('for a story grows with it, and ends when nothing new has come for days', async () => {
    await begin(0, { words: 'The ferry of Port Ellen', story: ['ferry-1'] });
    await live(NOW);
    expect(alerts()).toHaveLength(1);
    expect((await allWatches(store))[0]?.story).toEqual(['ferry-1', 'ferry-2']);
    await tidyWatches(delivery(NOW + (STORY_ENDS_AFTER - 1) * DAY));
    expect(await allWatches(store)).toHaveLength(1);
    await tidyWatches(delivery(NOW + STORY_ENDS_AFTER * DAY + 1));
    expect(await allWatches(store)).toEqual([]);
  });

  test('of a person is deleted with everything that waits when the person asks for it', async () => {
    await begin(0, { guild: null, person: 'somebody' });
    await watchOf(archive, store, NOW).look();
    expect(await forgetPerson(store, 'somebody')).toMatchObject({ watches: 1 });
    await sendAlerts(delivery(NOW));
    expect(alerts()).toEqual([]);
    expect((await store.execute('SELECT * FROM alerts')).rows).toEqual([]);
  });
});
