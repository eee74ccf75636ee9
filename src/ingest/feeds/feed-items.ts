import type { Feed } from '../../store/feeds.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';
import { UserError } from '../../user-error.js';
import { isSameSite } from '../address.js';
import type { Ingested, IngestOptions } from '../article-collection.js';
import type { Incoming } from '../incoming.js';
import type { Ingester, IngestOutcome } from '../ingester.js';
import type { FeedEntry } from './feed.js';

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

/** Takes the items of one poll: from the feed where it gives the whole text, else from their pages, one by one. */
export class ItemIngester {
  #pages = 0;

  constructor(
    private readonly feed: Feed,
    private readonly title: string | null,
    private readonly context: {
      readonly ingester: Ingester;
      readonly pause: (milliseconds: number) => Promise<void>;
    },
  ) {}

  /**
   * Null when it must wait for the next poll; an outcome of null when there is nothing to tell.
   * @param tries how often this version of the item was tried, now included
   * @param isNew false when another version of it came before
   */
  async ingest(
    entry: FeedEntry,
    tries: number,
    isNew: boolean,
  ): Promise<{ readonly outcome: IngestOutcome | null; readonly settled: boolean } | null> {
    const what = entry.url ?? entry.title ?? entry.key;
    const settled = (result: Ingested | UserError) => ({ outcome: { what, result }, settled: true });
    const words = wordCount(entry);
    if (entry.url === null) return settled(await this.#ingestText(entry));
    // A feed may not put words into the mouth of another site: there, the page decides.
    const isOwn = isSameSite(entry.url, this.feed.url);
    if (isOwn && words >= WHOLE_TEXT) return settled(await this.#ingestText(entry));
    // Another feed brought it, or somebody added it: its site need not be asked again.
    if (isNew && (await this.context.ingester.holds(entry.url))) return { outcome: null, settled: true };
    if (this.#pages === MOST_PAGES) return null;
    this.#pages += 1;
    const result = await this.#ingestPage(entry, entry.url);
    if (!(result instanceof UserError)) return settled(result);
    if (PASSING.has(result.code) && tries < MOST_TRIES) return { outcome: null, settled: false };
    return settled(isOwn && words >= TEASER ? await this.#ingestText(entry) : result);
  }

  async #ingestPage(entry: FeedEntry, url: string): Promise<Ingested | UserError> {
    const { ingester, pause } = this.context;
    try {
      const delay = (await ingester.robots.delay(new URL(url))) ?? USUAL_DELAY;
      if (this.#pages > 1) await pause(Math.min(delay, LONGEST_DELAY) * 1000);
      const page = await ingester.page(url);
      return await ingester.ingest(withMetadata(page, entry), this.#options(entry));
    } catch (error) {
      return asRefusal(error);
    }
  }

  /** What was out before the feed was added, and all that was in it at first sight, is old. */
  #options({ published }: FeedEntry): IngestOptions {
    const { lastSuccess, added } = this.feed;
    return { isOld: lastSuccess === null || Date.parse(writtenTimestamp(published ?? '') ?? '') < added };
  }

  async #ingestText(entry: FeedEntry): Promise<Ingested | UserError> {
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
      return await this.context.ingester.ingest({ metadata, blocks }, this.#options(entry));
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
