import { addFeed, claimFeed, type Feed } from '../../store/feeds.js';
import { UserError } from '../../user-error.js';
import { readApart } from '../read-apart.js';
import { fetchableAddress } from '../web/fetchable-address.js';
import type { Resource } from '../web/web.js';
import { CLAIM, fetchFeed, type IngestContext } from './poll-feed.js';

/**
 * Finds the feed at an address: its own, or that of a site that names its feed. It is fetched to check that it is one.
 * @param check throws if an address on the way may not be fetched
 * @throws UserError when there is no feed
 */
export async function findFeed(
  address: string,
  ingester: IngestContext['ingester'],
  check: (address: string) => void = () => {},
): Promise<{ readonly url: string; readonly title: string | null }> {
  const fetched = async (url: string): Promise<Resource<string>> => {
    check(url);
    const resource = await fetchGood(url, ingester);
    check(resource.address.href);
    return resource;
  };
  const { feedToSend } = await import('./feed-body.js');
  const { href } = fetchableAddress(address);
  const given = await fetched(href);
  const named = await readApart('feed of page', feedOfSent, feedToSend(given), given.address.href);
  const resource = named === null ? given : await fetched(named);
  const { title } = await readApart('feed', readSentFeed, feedToSend(resource), resource.address.href);
  // A feed that has moved for good is asked at its new address.
  return { url: resource.movedTo?.href ?? named ?? href, title };
}

const feedOfSent = async () => (await import('./feed-of-page.js')).feedOfSent;
const readSentFeed = async () => (await import('./feed-text.js')).readSentFeed;

/**
 * Adds a feed of the operator's by its own address, or by that of a site that names its feed.
 * @returns the feed, to be polled at once
 * @throws UserError when there is no feed, or it was added before
 */
export async function addFeedAt(address: string, { ingester, store }: IngestContext): Promise<Feed> {
  const { url, title } = await findFeed(address, ingester);
  const now = ingester.now().getTime();
  if (!(await addFeed(store, url, title, now))) throw feedKnown(url);
  const feed = await claimFeed(store, url, now + CLAIM);
  if (feed === null) throw new UserError('feed-missing', `The feed ${url} was removed at the same moment.`);
  return feed;
}

export function feedKnown(url: string): UserError {
  return new UserError(
    'feed-known',
    `The feed ${url} is there already.`,
    'See it with: npx clippings feeds list',
  );
}

async function fetchGood(address: string, { web }: IngestContext['ingester']): Promise<Resource<string>> {
  const resource = await fetchFeed(web, address);
  if (resource.status === 200) return resource;
  throw new UserError(
    'feed-status',
    `${address} cannot be read: the site answers ${resource.status}.`,
    'Check the address.',
  );
}
