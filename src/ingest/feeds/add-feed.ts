import { addFeed, claimFeed, type Feed } from '../../store/feeds.js';
import { UserError } from '../../user-error.js';
import { fetchableAddress } from '../web/fetchable-address.js';
import type { Resource } from '../web/web.js';
import { readFeed } from './feed.js';
import { feedOfPage } from './feed-of-page.js';
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
  const { title } = readFeed(textOf(resource), resource.address);
  const url = named ?? fetchableAddress(address).href;
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

/** Finds the feed that a web page names; null if the resource is not a page. */
function feedNamed(resource: Resource): string | null {
  if (!/html/i.test(resource.headers.get('content-type') ?? '')) return null;
  const named = feedOfPage(textOf(resource), resource.address);
  if (named !== null) return named;
  throw new UserError(
    'feed-none',
    `${resource.address.href} is a page that names no feed.`,
    'Look for “RSS” on the site, and give the address it links to.',
  );
}

function textOf({ body }: Resource): string {
  return new TextDecoder().decode(body);
}
