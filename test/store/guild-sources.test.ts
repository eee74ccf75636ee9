import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addFeed,
  claimDueFeed,
  feedItems,
  feedOfSource,
  listFeeds,
  moveFeed,
  recordFeedFailure,
  recordFeedItem,
  removeFeed,
} from '../../src/store/feeds.js';
import { forgetGuild, guildsKept } from '../../src/store/forgetting.js';
import { readGuildSettings } from '../../src/store/guild-settings.js';
import {
  claimFailingSources,
  excludeWords,
  followFeed,
  guildSources,
  unfollowFeed,
} from '../../src/store/guild-sources.js';
import { openStore, type Store } from '../../src/store/store.js';

const FEED = 'https://gazette.example/feed';
const [READERS, WRITERS] = ['1', '2'];
const LIMITS = { perGuild: 2, inAll: 3 };

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});
afterEach(() => store.close());

const follow = (guild: string, url = FEED, now = 100) =>
  followFeed(store, { guild, url, title: 'Gazette', channel: `channel of ${guild}` }, LIMITS, now);
const urlsOf = async (guild: string) => (await guildSources(store, guild)).map(({ feed }) => feed.url);

describe('a feed that servers follow', () => {
  it('is there once, however many follow it, and is due at once', async () => {
    expect([await follow(READERS), await follow(WRITERS)]).toEqual(['followed', 'followed']);
    expect(await claimDueFeed(store, 100, 1_000)).toMatchObject({ url: FEED, source: FEED, shared: false });
    expect(await claimDueFeed(store, 100, 1_000)).toBeNull();
  });

  it('is forgotten with what is known of its items when nobody follows it any more', async () => {
    await follow(READERS);
    await follow(WRITERS);
    await recordFeedItem(store, FEED, { item: 'bridge', version: '1', tries: 1, settled: true });
    expect(await unfollowFeed(store, READERS, FEED)).toBe(true);
    expect(await unfollowFeed(store, READERS, FEED)).toBe(false);
    expect(await feedOfSource(store, FEED)).not.toBeNull();
    await forgetGuild(store, WRITERS);
    expect(await feedOfSource(store, FEED)).toBeNull();
    expect((await feedItems(store, FEED)).size).toBe(0);
    expect(await guildsKept(store)).toEqual([]);
  });

  it('stays while the operator follows it too, and while servers do', async () => {
    await addFeed(store, FEED, 'Gazette', 50);
    await follow(READERS);
    await unfollowFeed(store, READERS, FEED);
    expect(await listFeeds(store)).toMatchObject([{ url: FEED, shared: true }]);
    await follow(READERS);
    expect(await removeFeed(store, FEED)).toBe(true);
    expect(await listFeeds(store)).toEqual([]);
    expect(await feedOfSource(store, FEED)).toMatchObject({ shared: false });
    expect(await addFeed(store, FEED, 'Gazette', 60)).toBe(true);
    expect(await addFeed(store, FEED, 'Gazette', 60)).toBe(false);
  });

  it('keeps its key when it moves, and is known by both addresses', async () => {
    await follow(READERS);
    await moveFeed(store, FEED, 'https://gazette.example/new');
    expect(await guildSources(store, READERS)).toMatchObject([
      { feed: { url: 'https://gazette.example/new', source: FEED } },
    ]);
    expect(await follow(READERS, FEED)).toBe('known');
    expect(await follow(READERS, 'https://gazette.example/new')).toBe('known');
  });

  it('is not polled where servers have no sources of their own', async () => {
    await follow(READERS);
    expect(await claimDueFeed(store, 100, 1_000, true)).toBeNull();
  });

  it('is refused over the limits of a server, and of all', async () => {
    expect(await follow(READERS, 'https://a.example')).toBe('followed');
    expect(await follow(READERS, 'https://b.example')).toBe('followed');
    expect(await follow(READERS, 'https://c.example')).toBe('guild-full');
    expect(await follow(READERS, 'https://a.example')).toBe('known');
    expect(await follow(WRITERS, 'https://c.example')).toBe('followed');
    expect(await follow(WRITERS, 'https://d.example')).toBe('all-full');
    // One that others follow counts for all no more.
    expect(await follow(WRITERS, 'https://a.example')).toBe('followed');
    expect(await urlsOf(WRITERS)).toEqual(['https://c.example', 'https://a.example']);
  });

  it('has the words that a server leaves out of it', async () => {
    await follow(READERS);
    await follow(WRITERS);
    expect(await excludeWords(store, READERS, FEED, ['football'])).toBe(true);
    expect(await excludeWords(store, READERS, 'https://other.example', ['football'])).toBe(false);
    expect((await guildSources(store, READERS))[0]?.excluded).toEqual(['football']);
    expect((await guildSources(store, WRITERS))[0]?.excluded).toEqual([]);
  });

  it('that fails for long is given out once for each server, and again when it fails anew', async () => {
    await follow(READERS);
    await follow(WRITERS);
    await recordFeedFailure(store, FEED, 'It answers 500.', 400, 200);
    expect(await claimFailingSources(store, 199)).toEqual([]);
    const told = await claimFailingSources(store, 200);
    expect(told.map(({ guild, channel }) => [guild, channel]).sort()).toEqual([
      [READERS, 'channel of 1'],
      [WRITERS, 'channel of 2'],
    ]);
    expect(await claimFailingSources(store, 200)).toEqual([]);
    await store.execute('UPDATE feeds SET failing_since = 300');
    expect(await claimFailingSources(store, 300)).toHaveLength(2);
  });
});

describe('a database of version 0.2.0', () => {
  it('keeps its feeds, which are the operator’s, and everything else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clippings-migration-'));
    const url = `file:${join(folder, 'clippings.db')}`;
    const old = createClient({ url });
    await old.executeMultiple(readFileSync(join(import.meta.dirname, 'version-0.2.0.sql'), 'utf8'));
    old.close();
    const opened = await openStore({ url });
    expect(await listFeeds(opened)).toMatchObject([
      { url: FEED, source: FEED, shared: true, title: 'The Port Gazette', etag: '"1"', failures: 0 },
      { url: 'https://planet.example/rss', shared: true, failures: 1, failingSince: 1_700_000_200_000 },
    ]);
    expect([...(await feedItems(opened, FEED)).keys()]).toEqual(['bridge']);
    expect(await readGuildSettings(opened, '100000000000000001')).toMatchObject({ privateByDefault: true });
    opened.close();
    await rm(folder, { recursive: true });
  });
});
