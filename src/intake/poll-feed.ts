import {
  type Feed,
  type FeedItem,
  feedItems,
  forgetFeedItems,
  recordFeedFailure,
  recordFeedItem,
  recordFeedSuccess,
} from '../store/feeds.js';
import type { Store } from '../store/store.js';
import { UserError } from '../user-error.js';
import { isSameSite } from './address.js';
import type { Taken, TakeOptions } from './collection.js';
import { type FeedContent, type FeedEntry, readFeed } from './feed.js';
import type { Incoming } from './incoming.js';
import type { Intake, Outcome } from './intake.js';
import { maxAge, nextPoll, retryAfter } from './poll-times.js';
import type { Resource } from './web.js';

/** What polling takes beside the feed. */
export interface FeedDesk {
  readonly intake: Intake;
  readonly store: Store;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface PollReport {
  readonly title: string | null;
  /** What became of the items that are new or changed. */
  readonly outcomes: readonly Outcome[];
  /** Why the feed could not be read; null when it was. */
  readonly failure: UserError | null;
}

/** A feed is the poller's own for so many milliseconds; longer than a poll takes. */
export const CLAIM = 30 * 60_000;

export const FEED_REQUEST = {
  accept:
    'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
  mostBytes: 4 * 1024 * 1024,
};

/** A text this long is the article; a shorter one may be its teaser, and the page has the rest. */
const WHOLE_TEXT = 150;
/** A teaser shorter than this says nothing. */
const TEASER = 20;
/** Pages fetched in one poll; what is left comes with the next. */
const MOST_PAGES = 30;
/** Between two pages of a site that does not say, in seconds. */
const USUAL_DELAY = 1;
const LONGEST_DELAY = 30;
/** After so many tries a page that cannot be had is given up. */
const MOST_TRIES = 5;
/** What may be better the next time. */
const PASSING = new Set(['web-timeout', 'web-unreachable', 'web-no-host', 'page-status']);

/** Polls a feed: takes in what is new or changed, and settles when it is asked next. */
export async function pollFeed(
  feed: Feed,
  desk: FeedDesk,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<PollReport> {
  const { intake, store } = desk;
  const outcomes: Outcome[] = [];
  let resource: Resource | null = null;
  try {
    resource = await intake.web.get(feed.url, { ...FEED_REQUEST, headers: conditions(feed) });
    const content = resource.status === 304 ? null : readContent(resource);
    const isDone = content === null || (await takeItems(feed, content, desk, outcomes, onProgress));
    const { headers } = resource;
    const title = content?.title ?? feed.title;
    await recordFeedSuccess(
      store,
      feed.url,
      {
        title,
        // What is left for the next time must come again, though the feed does not change.
        etag: isDone ? headers.get('etag') : null,
        lastModified: isDone ? headers.get('last-modified') : null,
        // "Not modified" may leave them out.
        ...(content === null ? unchanged(feed, headers) : {}),
        nextPoll: next(desk, 0, headers, content?.interval ?? null),
      },
      intake.now().getTime(),
    );
    return { title, outcomes, failure: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const time = next(desk, feed.failures + 1, resource?.headers, null);
    await recordFeedFailure(store, feed.url, error.message, time, intake.now().getTime());
    return { title: feed.title, outcomes, failure: error };
  }
}

function unchanged(
  { etag, lastModified }: Feed,
  headers: Resource['headers'],
): Pick<Feed, 'etag' | 'lastModified'> {
  return {
    etag: headers.get('etag') ?? etag,
    lastModified: headers.get('last-modified') ?? lastModified,
  };
}

function conditions({ etag, lastModified }: Feed): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

function readContent({ address, status, body }: Resource): FeedContent {
  if (status !== 200) throw new UserError('feed-status', `${address.href} answers ${status}.`);
  return readFeed(new TextDecoder().decode(body), address);
}

function next(
  { intake, random }: FeedDesk,
  failures: number,
  headers: Resource['headers'] | undefined,
  hint: number | null,
): number {
  const now = intake.now().getTime();
  const age = maxAge(headers?.get('cache-control') ?? null);
  return nextPoll({
    now,
    interval: hint === null && age === null ? null : Math.max(hint ?? 0, age ?? 0),
    failures,
    retryAfter: retryAfter(headers?.get('retry-after') ?? null, now),
    random: random(),
  });
}

/** True when nothing is left for the next poll. */
async function takeItems(
  feed: Feed,
  { items, title }: FeedContent,
  desk: FeedDesk,
  outcomes: Outcome[],
  onProgress: (done: number, total: number) => void,
): Promise<boolean> {
  const seen = await feedItems(desk.store, feed.url);
  const fresh = items.filter(({ key, version }) => !isSettled(seen.get(key), version));
  const taker = new ItemTaker(feed, title, desk);
  let isDone = true;
  for (const [position, entry] of fresh.entries()) {
    const before = seen.get(entry.key);
    const tries = (before?.version === entry.version ? before.tries : 0) + 1;
    const taken = await taker.take(entry, tries);
    isDone &&= taken?.settled === true;
    if (taken !== null) {
      if (taken.outcome !== null) outcomes.push(taken.outcome);
      const { key: item, version } = entry;
      // Only now, when the article is on disk.
      await recordFeedItem(desk.store, feed.url, { item, version, tries, settled: taken.settled });
    }
    onProgress(position + 1, fresh.length);
  }
  const present = new Set(items.map(({ key }) => key));
  await forgetFeedItems(
    desk.store,
    feed.url,
    [...seen.keys()].filter((key) => !present.has(key)),
  );
  return isDone;
}

function isSettled(seen: FeedItem | undefined, version: string): boolean {
  return seen?.version === version && seen.settled;
}

/** Takes the items of one poll: from the feed where it gives the whole text, else from their pages, one by one. */
class ItemTaker {
  #pages = 0;

  constructor(
    private readonly feed: Feed,
    private readonly title: string | null,
    private readonly desk: FeedDesk,
  ) {}

  /** Null when it must wait for the next poll; an outcome of null when there is nothing to tell. */
  async take(
    entry: FeedEntry,
    tries: number,
  ): Promise<{ readonly outcome: Outcome | null; readonly settled: boolean } | null> {
    const what = entry.url ?? entry.title ?? entry.key;
    const settled = (result: Taken | UserError) => ({ outcome: { what, result }, settled: true });
    const words = wordCount(entry);
    // A feed may not put words into the mouth of another site: there, the page decides.
    const isOwn = entry.url === null || isSameSite(entry.url, this.feed.url);
    if (isOwn && (entry.url === null || words >= WHOLE_TEXT)) return settled(await this.#takeText(entry));
    if (entry.url === null)
      return settled(new UserError('feed-item', `“${what}” has neither a text nor an address.`));
    if (this.#pages === MOST_PAGES) return null;
    this.#pages += 1;
    const result = await this.#takePage(entry, entry.url);
    if (!(result instanceof UserError)) return settled(result);
    if (PASSING.has(result.code) && tries < MOST_TRIES) return { outcome: null, settled: false };
    return settled(isOwn && words >= TEASER ? await this.#takeText(entry) : result);
  }

  async #takePage(entry: FeedEntry, url: string): Promise<Taken | UserError> {
    const { intake, pause } = this.desk;
    try {
      const delay = (await intake.robots.delay(new URL(url))) ?? USUAL_DELAY;
      if (this.#pages > 1) await pause(Math.min(delay, LONGEST_DELAY) * 1000);
      const page = await intake.page(url);
      return await intake.take(withMetadata(page, entry), this.#options(entry));
    } catch (error) {
      return asRefusal(error);
    }
  }

  /** What was out before the feed was added, and all that was in it at first sight, is old. */
  #options({ published }: FeedEntry): TakeOptions {
    const { lastSuccess, added } = this.feed;
    return { isOld: lastSuccess === null || Date.parse(published ?? '') < added };
  }

  async #takeText(entry: FeedEntry): Promise<Taken | UserError> {
    const { blocks, title, url, published, updated, authors } = entry;
    const metadata = {
      title,
      publisher: this.title ?? new URL(this.feed.url).hostname.replace(/^www\./, ''),
      url,
      published,
      ...(authors.length > 0 ? { authors } : {}),
      ...(updated === null ? {} : { updated }),
    };
    try {
      return await this.desk.intake.take({ metadata, blocks }, this.#options(entry));
    } catch (error) {
      return asRefusal(error);
    }
  }
}

/** What a page does not say of itself, its feed may. */
function withMetadata({ metadata, blocks }: Incoming, { title, published, authors }: FeedEntry): Incoming {
  return {
    metadata: {
      ...metadata,
      title: metadata.title ?? title,
      published: metadata.published ?? published,
      ...(metadata.authors === undefined && authors.length > 0 ? { authors } : {}),
    },
    blocks,
  };
}

function wordCount({ blocks }: FeedEntry): number {
  return blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
}

/** A refusal of one item is told and passed over; a full disk and our own faults end the poll. */
function asRefusal(error: unknown): UserError {
  if (error instanceof UserError && error.code !== 'disk') return error;
  throw error;
}
