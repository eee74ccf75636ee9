import { setTimeout as sleep } from 'node:timers/promises';
import { claimDueFeed, type Feed, listFeeds, recordFeedReported } from '../store/feeds.js';
import { UserError } from '../user-error.js';
import { CLAIM, type FeedDesk, type PollReport, pollFeed } from './poll-feed.js';

const DAY = 24 * 60 * 60 * 1000;

/** How often it is looked whether a feed is due. */
const LOOK = 30_000;
/** A feed that has failed for so long is reported, once a day. */
const FAILING = 2 * DAY;

export interface PollerLog {
  info(line: string): void;
  warn(line: string): void;
}

/** Polls every feed when its turn comes, one after the other. */
export class FeedPoller {
  constructor(
    private readonly desk: FeedDesk,
    private readonly log: PollerLog,
  ) {}

  /** Runs until it is told to leave; a poll that has begun ends after the item it is at. */
  async run(leave: AbortSignal): Promise<void> {
    while (!leave.aborted) {
      await this.pollDue(leave).catch((error: unknown) => {
        if (!leave.aborted) this.log.warn(`Feeds could not be polled: ${error}`);
      });
      await sleep(LOOK, undefined, { signal: leave, ref: false }).catch(() => undefined);
    }
  }

  /** Polls the feeds that are due now. */
  async pollDue(leave?: AbortSignal): Promise<void> {
    const { intake, store } = this.desk;
    while (!leave?.aborted) {
      const now = intake.now().getTime();
      const feed = await claimDueFeed(store, now, now + CLAIM);
      if (feed === null) break;
      this.#tell(feed, await pollFeed(feed, this.desk));
    }
    await this.#reportFailing();
  }

  #tell(feed: Feed, { title, outcomes, failure }: PollReport): void {
    const name = title ?? feed.url;
    const added = outcomes.filter(({ result }) => !(result instanceof UserError) && result.kind !== 'known');
    if (added.length > 0) this.log.info(`${name}: ${added.length} new or changed`);
    if (failure !== null && feed.failures === 0)
      this.log.info(`${name}: ${failure.message} It is tried again.`);
  }

  async #reportFailing(): Promise<void> {
    const now = this.desk.intake.now().getTime();
    for (const feed of await listFeeds(this.desk.store)) {
      const { url, title, failingSince, reported, failure } = feed;
      if (failingSince === null || now - failingSince < FAILING) continue;
      if (reported !== null && now - reported < DAY) continue;
      const days = Math.floor((now - failingSince) / DAY);
      this.log.warn(
        `The feed ${title ?? url} has failed for ${days} days: ${failure} ` +
          `It is still tried; remove it with: clippings feeds remove ${url}`,
      );
      await recordFeedReported(this.desk.store, url, now);
    }
  }
}
