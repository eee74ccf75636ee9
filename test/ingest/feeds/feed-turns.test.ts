import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFeedAt } from '../../../src/ingest/feeds/add-feed.js';
import { FeedPoller } from '../../../src/ingest/feeds/feed-poller.js';
import { CLAIM, pollFeed } from '../../../src/ingest/feeds/poll-feed.js';
import { claimDueFeed } from '../../../src/store/feeds.js';
import { LeaseKeeper } from '../../../src/store/lease-keeper.js';
import { holdLease, readLeases } from '../../../src/store/leases.js';
import { waitFor } from '../../discord/stand-in/stand-in.js';
import { TestIngestContext } from '../ingest-context.js';
import { WebServer } from '../web-server.js';

const HOUR = 3_600_000;
const FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Port News</title></channel></rss>';
const log = { info: () => {}, warn: () => {} };

let server: WebServer;
let context: TestIngestContext;
const leaving = new Map<string, AbortController>();
const running: Promise<void>[] = [];

beforeEach(async () => {
  server = await WebServer.start({ '/feed': FEED });
  context = await TestIngestContext.open();
  await pollFeed(await addFeedAt(server.url('/feed'), context), context);
});
afterEach(async () => {
  for (const each of leaving.values()) each.abort();
  await Promise.all(running.splice(0));
  await context.close();
  await server.stop();
});

/** A process that polls, as far as it has the turn. */
function start(holder: string): void {
  const leave = new AbortController();
  leaving.set(holder, leave);
  const turn = new LeaseKeeper(context.store, { name: 'feeds', holder }, { beat: 20, length: 5_000 });
  running.push(new FeedPoller(context, log, { turn, look: 20 }).run(leave.signal));
}

const asked = () => server.asked('/feed').length;
const holder = async () => (await readLeases(context.store)).map((lease) => lease.holder)[0];

describe('of several processes over one store', () => {
  it('one polls, and keeps the turn', async () => {
    for (const name of ['a', 'b', 'c']) start(name);
    await delay(100);
    const first = await holder();
    const before = asked();
    for (let hour = 1; hour <= 3; hour++) {
      context.time += HOUR;
      await waitFor('a poll', () => asked() === before + hour);
      await delay(60);
    }
    expect([asked() - before, await holder()]).toEqual([3, first]);
  });

  it('another polls when the first one leaves', async () => {
    start('a');
    await delay(60);
    start('b');
    leaving.get('a')?.abort();
    const before = asked();
    context.time += HOUR;
    await waitFor('a poll', () => asked() > before);
    expect(await holder()).toBe('b');
  });

  it('another takes over from one that died, and polls at once what that one was polling', async () => {
    context.time += HOUR;
    await holdLease(context.store, { name: 'feeds', holder: 'dead' }, 150);
    await claimDueFeed(context.store, context.time, context.time + CLAIM);
    const before = asked();
    start('b');
    await delay(50);
    expect(asked()).toBe(before);
    await waitFor('the poll', () => asked() > before);
    expect(await holder()).toBe('b');
  });
});
