import {
  type Feed,
  type FeedItem,
  feedItems,
  forgetFeedItems,
  moveFeed,
  recordFeedFailure,
  recordFeedItem,
  recordFeedSuccess,
} from '../../store/feeds.js';
import type { Store } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import type { Ingester, IngestOutcome } from '../ingester.js';
import { readApart } from '../read-apart.js';
import type { Resource, Web } from '../web/web.js';
import type { FeedContent } from './feed.js';
import { ItemIngester } from './feed-items.js';
import { maxAge, nextPoll, retryAfter } from './poll-times.js';
import { checkAllowed, rulesFor, type SourceRules } from './source-rules.js';

/** What polling needs, apart from the feed. */
export interface IngestContext {
  readonly ingester: Ingester;
  readonly store: Store;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Resolves after this many milliseconds; rejects when polling is to end. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** What servers may follow. */
  readonly rules?: SourceRules;
}

export interface PollReport {
  readonly title: string | null;
  /** The outcomes of the items that are new or changed. */
  readonly outcomes: readonly IngestOutcome[];
  /** Why the feed could not be read; null when it was. */
  readonly failure: UserError | null;
}

/** How long a poller may keep a feed to itself, in milliseconds; longer than a poll takes. */
export const CLAIM = 30 * 60_000;

const FEED_REQUEST = {
  accept:
    'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
  mostBytes: 20 * 1024 * 1024,
};

/** Fetches what may be a feed, and keeps of it what is read. The parser is loaded only now. */
export async function fetchFeed(
  web: Web,
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Resource<string>> {
  const { FeedText } = await import('./feed-body.js');
  return web.read(address, { ...FEED_REQUEST, headers }, (head) => new FeedText(head));
}

/** Polls a feed: ingests what is new or changed, and decides when to poll it next. */
export async function pollFeed(
  feed: Feed,
  context: IngestContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<PollReport> {
  const { ingester, store } = context;
  const outcomes: IngestOutcome[] = [];
  let resource: Resource<string> | null = null;
  try {
    const rules = rulesFor(feed, context.rules);
    checkAllowed(feed.url, rules);
    resource = await fetchFeed(ingester.web, feed.url, conditions(feed));
    checkAllowed(resource.address.href, rules);
    const content = resource.status === 304 ? null : await readContent(resource);
    const isDone =
      content === null ||
      (await ingestItems({ feed, found: resource.address }, content, context, outcomes, onProgress));
    const { headers } = resource;
    const title = content?.title ?? feed.title;
    const wish = content === null ? feed.wish : content.interval;
    const skip = content === null ? feed.skip : content.skip;
    await recordFeedSuccess(
      store,
      feed.url,
      {
        title,
        // Items left for the next time must come again, even if the feed does not change.
        etag: isDone ? headers.get('etag') : null,
        lastModified: isDone ? headers.get('last-modified') : null,
        // "Not modified" may leave them out.
        ...(content === null ? unchanged(feed, headers) : {}),
        wish,
        skip,
        nextPoll: next(context, 0, headers, { wish, skip }),
      },
      ingester.now().getTime(),
    );
    if (content !== null && resource.movedTo !== null) await moveFeed(store, feed.url, resource.movedTo.href);
    return { title, outcomes, failure: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const time = next(context, feed.failures + 1, resource?.headers, feed);
    await recordFeedFailure(store, feed.url, error.message, time, ingester.now().getTime());
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

async function readContent(resource: Resource<string>): Promise<FeedContent> {
  const { address, status } = resource;
  if (status !== 200) throw new UserError('feed-status', `${address.href} answers ${status}.`);
  const read = async () => (await import('./feed-text.js')).readSentFeed;
  const { feedToSend } = await import('./feed-body.js');
  return readApart('feed', read, feedToSend(resource), address.href);
}

function next(
  { ingester, random }: IngestContext,
  failures: number,
  headers: Resource['headers'] | undefined,
  { wish, skip }: Pick<Feed, 'wish' | 'skip'>,
): number {
  const now = ingester.now().getTime();
  const age = maxAge(headers?.get('cache-control') ?? null);
  return nextPoll({
    now,
    interval: wish === null && age === null ? null : Math.max(wish ?? 0, age ?? 0),
    failures,
    retryAfter: retryAfter(headers?.get('retry-after') ?? null, now),
    random: random(),
    skip,
  });
}

/** Ingests new and changed items. Returns whether nothing is left for the next poll. */
async function ingestItems(
  { feed, found }: { readonly feed: Feed; readonly found: URL },
  { items, title }: FeedContent,
  context: IngestContext,
  outcomes: IngestOutcome[],
  onProgress: (done: number, total: number) => void,
): Promise<boolean> {
  const seen = await feedItems(context.store, feed.url);
  const fresh = items.filter(({ key, version }) => !isSettled(seen.get(key), version));
  const itemIngester = new ItemIngester(feed, found, title, context);
  let isDone = true;
  for (const [position, entry] of fresh.entries()) {
    const before = seen.get(entry.key);
    const tries = (before?.version === entry.version ? before.tries : 0) + 1;
    const ingested = await itemIngester.ingest(entry, tries, before === undefined);
    isDone &&= ingested?.settled === true;
    if (ingested !== null) {
      if (ingested.outcome !== null) outcomes.push(ingested.outcome);
      const { key: item, version } = entry;
      // Only now, when the article is on disk.
      await recordFeedItem(context.store, feed.url, { item, version, tries, settled: ingested.settled });
    }
    onProgress(position + 1, fresh.length);
  }
  const present = new Set(items.map(({ key }) => key));
  await forgetFeedItems(
    context.store,
    feed.url,
    [...seen.keys()].filter((key) => !present.has(key)),
  );
  return isDone;
}

function isSettled(seen: FeedItem | undefined, version: string): boolean {
  return seen?.version === version && seen.settled;
}
