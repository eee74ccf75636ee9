import { addFeed, claimFeed, type Feed } from '../../store/feeds.js';
import { UserError } from '../../user-error.js';
import { readApart } from '../read-apart.js';
import { fetchableAddress } from '../web/fetchable-address.js';
import { toSend } from '../web/sent-resource.js';
import type { Resource } from '../web/web.js';
import { feedOfSent } from './feed-of-page.js';
import { readSentFeed } from './feed-text.js';
import { CLAIM, FEED_REQUEST, type IngestContext } from './poll-feed.js';

/**
 * Adds a feed by its own address, or by that of a site that names its feed. It is fetched once to check that
 * it is one.
 * @returns the feed, to be polled at once
 * @throws UserError when there is no feed, or it was added before
 */
export async function addFeedAt(address: string, { ingester, store }: IngestContext): Promise<Feed> {
  const given = await fetchGood(fetchableAddress(address).href, ingester);
  const named = await readApart('feed of page', feedOfSent, toSend(given), given.address.href);
  const resource = named === null ? given : await fetchGood(named, ingester);
  const { title } = await readApart('feed', readSentFeed, toSend(resource), resource.address.href);
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
