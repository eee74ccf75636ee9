import { addFeed, claimFeed, type Feed } from '../../store/feeds.js';
import { UserError } from '../../user-error.js';
import { fetchableAddress } from '../web/fetchable-address.js';
import type { Resource } from '../web/web.js';
import { readFeed } from './feed.js';
import { looksLikeFeed } from './feed-kind.js';
import { feedOfPage } from './feed-of-page.js';
import { feedText } from './feed-text.js';
import { CLAIM, FEED_REQUEST, type IngestContext } from './poll-feed.js';

/**
 * Adds a feed by its own address, or by that of a site that names its feed. It is fetched once to check that
 * it is one.
 * @returns the feed, to be polled at once
 * @throws UserError when there is no feed, or it was added before
 */
export async function addFeedAt(address: string, { ingester, store }: IngestContext): Promise<Feed> {
  const given = await fetchGood(fetchableAddress(address).href, ingester);
  const named = feedNamed(given);
  const resource = named === null ? given : await fetchGood(named, ingester);
  const { title } = readFeed(feedText(resource), resource.address);
  // A feed that has moved for good is asked at its new address.
  const url = resource.movedTo?.href ?? named ?? fetchableAddress(address).href;
  const now = ingester.now().getTime();
  if (!(await addFeed(store, url, title, now))) {
    throw new UserError(
      'feed-known',
      `The feed ${url} is there already.`,
      'See it with: clippings feeds list',
    );
  }
  const feed = await claimFeed(store, url, now + CLAIM);
  if (feed === null) throw new UserError('feed-missing', `The feed ${url} was removed at the same moment.`);
  return feed;
}

async function fetchGood(address: string, { web }: IngestContext['ingester']): Promise<Resource> {
  const resource = await web.get(address, FEED_REQUEST);
  if (resource.status === 200) return resource;
  throw new UserError(
    'feed-status',
    `${address} cannot be read: the site answers ${resource.status}.`,
    'Check the address.',
  );
}

/** Finds the feed that a web page names; null if the resource is a feed itself, whatever its server calls it. */
function feedNamed(resource: Resource): string | null {
  const text = feedText(resource);
  const isPage =
    /html/i.test(resource.headers.get('content-type') ?? '') || /^\s*<(?:!doctype html|html)\b/i.test(text);
  if (!isPage || looksLikeFeed(text)) return null;
  const named = feedOfPage(text, resource.address);
  if (named !== null) return named;
  throw new UserError(
    'feed-none',
    `${resource.address.href} is a page that names no feed.`,
    'Look for “RSS” on the site, and give the address it links to.',
  );
}
