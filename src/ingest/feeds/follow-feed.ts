import { claimFeed, feedOfSource } from '../../store/feeds.js';
import { followFeed } from '../../store/guild-sources.js';
import { UserError } from '../../user-error.js';
import { findFeed } from './add-feed.js';
import { CLAIM, type IngestContext, type PollReport, pollFeed } from './poll-feed.js';
import { checkAllowed, USUAL_RULES } from './source-rules.js';

/** A server that wants a feed. */
export interface Follower {
  readonly guild: string;
  /** Where it asks, and hears of it should the feed fail for days. */
  readonly channel: string;
}

/** A feed that a server now follows. */
export interface FollowedFeed {
  /** The feed's title, or its address if it has none. */
  readonly name: string;
  readonly source: string;
  /** Whether the operator follows it for everybody. */
  readonly isShared: boolean;
  /** The first look at it; null if it was not looked at now. */
  readonly report: Pick<PollReport, 'outcomes' | 'failure'> | null;
}

/**
 * Lets a server follow a feed, by its own address or that of a site that names its feed. The page or feed is fetched to
 * check that it is one.
 * @param readNow reads a feed that nobody followed before; else it is due, and the poller reads it
 * @throws UserError if there is no feed, the server follows it already, or the rules forbid it
 */
export async function followFeedAt(
  address: string,
  { guild, channel }: Follower,
  context: IngestContext,
  readNow: boolean,
): Promise<FollowedFeed> {
  const { store, ingester, rules = USUAL_RULES } = context;
  if (rules.perGuild === 0) throw new UserError('sources-off', OFF);
  const { url, title } = await findFeed(address, ingester, (each) => checkAllowed(each, rules));
  const now = ingester.now().getTime();
  const followed = await followFeed(store, { guild, url, title, channel }, rules, now);
  if (followed !== 'followed')
    throw new UserError(`source-${followed}`, REFUSALS[followed](title ?? url, rules));
  const feed = await feedOfSource(store, url);
  if (feed === null) throw new UserError('feed-missing', `The feed ${url} was removed at the same moment.`);
  const { source, shared: isShared } = feed;
  const result = { name: feed.title ?? feed.url, source, isShared };
  const claimed = readNow && feed.lastSuccess === null ? await claimFeed(store, feed.url, now + CLAIM) : null;
  return { ...result, report: claimed === null ? null : await pollFeed(claimed, context) };
}

const OFF = 'Whoever runs this bot has switched off that servers follow sources of their own.';

const REFUSALS = {
  known: (name: string) => `This server follows ${name} already.`,
  'guild-full': (_: string, { perGuild }: { readonly perGuild: number }) =>
    `This server follows ${perGuild} ${perGuild === 1 ? 'source' : 'sources'}, as many as whoever runs this bot allows. Remove one first.`,
  'all-full': () => 'This bot follows as many sources as it may. Ask whoever runs it to allow more.',
} as const;
