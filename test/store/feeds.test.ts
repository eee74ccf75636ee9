import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addFeed,
  claimDueFeed,
  claimFeed,
  feedItems,
  listFeeds,
  recordFeedFailure,
  recordFeedItem,
  recordFeedSuccess,
  removeFeed,
} from '../../src/store/feeds.js';
import { openStore, type Store } from '../../src/store/store.js';

const FEED = 'https://news.example/feed';

let store: Store;

beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});
afterEach(() => store.close());

describe('a feed', () => {
  it('is claimed when it is due, by one process only, the longest due first', async () => {
    await addFeed(store, 'https://late.example', null, 200);
    await addFeed(store, FEED, 'News', 100);
    expect(await claimDueFeed(store, 50, 1_000)).toBeNull();
    const claimed = [await claimDueFeed(store, 300, 1_000), await claimDueFeed(store, 300, 1_000)];
    expect(claimed.map((feed) => feed?.url)).toEqual([FEED, 'https://late.example']);
    expect(await claimDueFeed(store, 300, 1_000)).toBeNull();
    expect(await claimDueFeed(store, 1_000, 2_000)).not.toBeNull();
  });

  it('counts its failures until it is read again', async () => {
    await addFeed(store, FEED, 'News', 100);
    await recordFeedFailure(store, FEED, 'It answers 500.', 400, 200);
    await recordFeedFailure(store, FEED, 'It answers 503.', 800, 400);
    const failing = {
      failures: 2,
      failingSince: 200,
      failure: 'It answers 503.',
      nextPoll: 800,
      lastSuccess: null,
    };
    expect(await listFeeds(store)).toMatchObject([failing]);
    const success = { title: null, etag: '"1"', lastModified: null, wish: 60, skip: null, nextPoll: 900 };
    await recordFeedSuccess(store, FEED, success, 800);
    const well = {
      title: 'News',
      failures: 0,
      failingSince: null,
      failure: null,
      lastSuccess: 800,
      etag: '"1"',
      wish: 60,
    };
    expect(await listFeeds(store)).toMatchObject([well]);
  });

  it('takes what is remembered of its items along when it is removed', async () => {
    await addFeed(store, FEED, 'News', 100);
    const item = { item: '1', version: 'a', tries: 1, settled: true };
    await recordFeedItem(store, FEED, item);
    expect([...(await feedItems(store, FEED)).values()]).toEqual([item]);
    expect(await removeFeed(store, FEED)).toBe(true);
    expect([
      await removeFeed(store, FEED),
      await claimFeed(store, FEED, 1),
      (await feedItems(store, FEED)).size,
    ]).toEqual([false, null, 0]);
  });
});
