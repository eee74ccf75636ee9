import { setTimeout as sleep } from 'node:timers/promises';
import { claimDueFeed, type Feed, listFeeds, recordFeedReported, resumeFeeds } from '../../store/feeds.js';
import type { LeaseKeeper } from '../../store/lease-keeper.js';
import { UserError } from '../../user-error.js';
import { CLAIM, type IngestContext, type PollReport, pollFeed } from './poll-feed.js';
import { USUAL_RULES } from './source-rules.js';

const DAY = 24 * 60 * 60 * 1000;

/** How often to check whether a feed is due, in milliseconds. */
const LOOK = 30_000;
/** A feed that has failed for this long, in milliseconds, is reported, once a day. */
const FAILING = 2 * DAY;

export interface PollerLog {
  info(line: string): void;
  warn(line: string): void;
}

export interface PollerOptions {
  /** The lease of the one process that polls, if several share the store; left out if there is only one. */
  readonly turn?: LeaseKeeper;
  /** Is told of every poll. */
  readonly onPoll?: (report: PollReport) => void;
  /** How often to check whether a feed is due, in milliseconds. */
  readonly look?: number;
}

/** Polls every feed when it is due, one at a time. */
export class FeedPoller {
  /** What kept feeds from being polled the last time, to tell it once. */
  #trouble: string | null = null;

  constructor(
    private readonly context: IngestContext,
    private readonly log: PollerLog,
    private readonly options: PollerOptions = {},
  ) {}

  /** Runs until `leave` is aborted; a poll that has begun ends after its current item. */
  async run(leave: AbortSignal): Promise<void> {
    const { turn, look = LOOK } = this.options;
    await turn?.beat();
    const keeping = turn?.run(leave);
    let wasOurs = false;
    while (!leave.aborted) {
      const isOurs = this.#isOurs;
      await this.#polled(isOurs && !wasOurs, leave);
      wasOurs = isOurs;
      // A process that waits for its turn begins as soon as it comes.
      const pause = isOurs ? look : (turn?.times.beat ?? look);
      await sleep(pause, undefined, { signal: leave, ref: false }).catch(() => undefined);
    }
    await keeping;
  }

  /** Polls the feeds that are due now. */
  async pollDue(leave?: AbortSignal): Promise<void> {
    const { ingester, store, rules = USUAL_RULES } = this.context;
    while (!leave?.aborted && this.#isOurs) {
      const now = ingester.now().getTime();
      const feed = await claimDueFeed(store, now, now + CLAIM, rules.perGuild === 0);
      if (feed === null) break;
      const report = await pollFeed(feed, this.context);
      this.options.onPoll?.(report);
      this.#tell(feed, report);
    }
    if (this.#isOurs) await this.#reportFailing();
  }

  /**
   * @param isNew whether this process has just begun to poll: the polls that its predecessor broke off are
   * then due
   */
  async #polled(isNew: boolean, leave: AbortSignal): Promise<void> {
    try {
      if (isNew) await resumeFeeds(this.context.store);
      await this.pollDue(leave);
      this.#trouble = null;
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      if (!leave.aborted && trouble !== this.#trouble) this.log.warn(`Feeds could not be polled: ${trouble}`);
      this.#trouble = trouble;
    }
  }

  get #isOurs(): boolean {
    return this.options.turn?.isHeld ?? true;
  }

  #tell(feed: Feed, report: PollReport): void {
    const { title, failure } = report;
    const name = title ?? feed.url;
    const added = addedBy(report);
    if (added > 0) this.log.info(`${name}: ${added} new or changed`);
    const foreign = keptOutBy(report);
    if (foreign > 0) this.log.info(`${name}: ${foreign} kept out, not in English (OTHER_LANGUAGES)`);
    if (failure !== null && feed.failures === 0)
      this.log.info(`${name}: ${failure.message} It is tried again.`);
  }

  async #reportFailing(): Promise<void> {
    const now = this.context.ingester.now().getTime();
    for (const feed of await listFeeds(this.context.store)) {
      const { url, title, failingSince, reported, failure } = feed;
      if (failingSince === null || now - failingSince < FAILING) continue;
      if (reported !== null && now - reported < DAY) continue;
      const days = Math.floor((now - failingSince) / DAY);
      this.log.warn(
        `The feed ${title ?? url} has failed for ${days} days: ${failure} ` +
          `It is still tried; remove it with: npx clippings feeds remove ${url}`,
      );
      await recordFeedReported(this.context.store, url, now);
    }
  }
}

/** Counts the articles that a poll kept out because of their language. */
function keptOutBy({ outcomes }: PollReport): number {
  return outcomes.filter(({ result }) => result instanceof UserError && result.code === 'article-language')
    .length;
}

/** Counts the articles that a poll added or changed. */
export function addedBy({ outcomes }: PollReport): number {
  return outcomes.filter(({ result }) => !(result instanceof UserError) && result.kind !== 'known').length;
}
