import { Headers } from 'undici';
import type { SyncedArchive } from '../../../src/archive/open-archive.js';
import { FeedPoller } from '../../../src/ingest/feeds/feed-poller.js';
import { Ingester } from '../../../src/ingest/ingester.js';
import {
  type BodyReader,
  type Resource,
  type ResourceHead,
  type ResourceRequest,
  Web,
} from '../../../src/ingest/web/web.js';
import { resumeFeeds } from '../../../src/store/feeds.js';
import type { Store } from '../../../src/store/store.js';
import { feed } from './news.js';

export const FEED = 'https://feed.example/rss';
export const ITEMS = 5;

export interface OnePoll {
  readonly archive: SyncedArchive;
  readonly store: Store;
  /** Of the articles. */
  readonly folder: string;
  /** The feed holds the items of this round and the one before. */
  readonly round: number;
  readonly now: number;
}

/** Polls as a process does that has just begun: also what another one broke off. */
export async function pollOnce({ archive, store, folder, round, now }: OnePoll): Promise<void> {
  const web = new FeedWeb(feed([round - 1, round], ITEMS, now));
  const ingester = new Ingester({ archive, folder, web, agent: 'soak', now: () => new Date(now) });
  await resumeFeeds(store);
  const context = { ingester, store, random: () => 0, pause: async () => {} };
  await new FeedPoller(context, { info: () => {}, warn: () => {} }).pollDue();
}

/** A web with one feed in it. */
class FeedWeb extends Web {
  constructor(private readonly text: string) {
    super({ userAgent: 'soak' });
  }

  override async read<Body>(
    address: string,
    _: ResourceRequest,
    readerFor: (head: ResourceHead) => BodyReader<Body>,
  ): Promise<Resource<Body>> {
    const head = {
      address: new URL(address),
      movedTo: null,
      status: address === FEED ? 200 : 404,
      headers: new Headers({ 'content-type': 'application/rss+xml' }),
    };
    const reader = readerFor(head);
    reader.push(Buffer.from(address === FEED ? this.text : ''));
    return { ...head, body: reader.end() };
  }
}
