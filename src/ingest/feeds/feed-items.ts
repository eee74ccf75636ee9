import { SHARED } from '../../articles/sources.js';
import type { Feed } from '../../store/feeds.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';
import { UserError } from '../../user-error.js';
import { isSameSite } from '../address.js';
import type { Ingested, IngestOptions } from '../article-collection.js';
import type { Incoming } from '../incoming.js';
import type { Ingester, IngestOutcome } from '../ingester.js';
import type { FeedEntry } from './feed.js';
import { checkAllowed, rulesFor, type SourceRules } from './source-rules.js';

/** A text this long is the article; a shorter one may be its teaser, and the page has the rest. */
const WHOLE_TEXT = 150;
/** A teaser shorter than this says nothing. */
const TEASER = 20;
/** Pages fetched per poll; the rest is left to the next. */
const MOST_PAGES = 30;
/** Seconds between two pages of a site that does not specify a delay. */
const USUAL_DELAY = 1;
const LONGEST_DELAY = 30;
/** A page that cannot be fetched is given up after this many tries. */
const MOST_TRIES = 5;
/** Errors that may be gone the next time. */
const PASSING = new Set(['web-timeout', 'web-unreachable', 'web-no-host', 'page-status']);

/**
 * Ingests the items of one poll: from the feed if it gives the whole text, else from their pages, one by one.
 */
export class ItemIngester {
  #pages = 0;

  constructor(
    private readonly feed: Feed,
    /** Where it was found, after redirects. */
    private readonly found: URL,
    private readonly title: string | null,
    private readonly context: {
      readonly ingester: Ingester;
      readonly pause: (milliseconds: number) => Promise<void>;
      readonly rules?: SourceRules;
    },
  ) {}

  /**
   * Ingests one item. Returns null if it must wait for the next poll; `outcome` is null if there is nothing
   * to report.
   * @param tries how often this version of the item has been tried, including now
   * @param isNew false if another version of it came before
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
    // A feed may not put words into another site's mouth, so there the page decides.
    const isOwn = isSameSite(entry.url, this.found.href);
    if (isOwn && words >= WHOLE_TEXT) return settled(await this.#ingestText(entry));
    // Another feed brought it, or somebody added it, so its site need not be asked again.
    if (isNew && (await this.context.ingester.credit(entry.url, this.#sources))) {
      return { outcome: null, settled: true };
    }
    if (this.#pages === MOST_PAGES) return null;
    this.#pages += 1;
    const result = await this.#ingestPage(entry, entry.url);
    if (!(result instanceof UserError)) return settled(result);
    // Its teaser is in the same language, and may be too short to tell.
    if (result.code === 'article-language') return settled(result);
    if (PASSING.has(result.code) && tries < MOST_TRIES) return { outcome: null, settled: false };
    return settled(isOwn && words >= TEASER ? await this.#ingestText(entry) : result);
  }

  /** The source keys of its items. */
  get #sources(): readonly string[] {
    const { shared, source } = this.feed;
    return shared ? [SHARED, source] : [source];
  }

  async #ingestPage(entry: FeedEntry, url: string): Promise<Ingested | UserError> {
    const { ingester, pause, rules } = this.context;
    try {
      checkAllowed(url, rulesFor(this.feed, rules));
      const delay = (await ingester.robots.delay(new URL(url))) ?? USUAL_DELAY;
      if (this.#pages > 1) await pause(Math.min(delay, LONGEST_DELAY) * 1000);
      const page = await ingester.page(url);
      const { metadata, blocks } = withMetadata(page, entry);
      const incoming = { metadata: { ...metadata, sources: this.#sources }, blocks };
      return await ingester.ingest(incoming, this.#options(entry));
    } catch (error) {
      return asRefusal(error);
    }
  }

  /**
   * Marks as old what was published before the feed was added, and everything in the feed at the first poll.
   */
  #options({ published }: FeedEntry): IngestOptions {
    const { lastSuccess, added } = this.feed;
    return { isOld: lastSuccess === null || Date.parse(writtenTimestamp(published ?? '') ?? '') < added };
  }

  async #ingestText(entry: FeedEntry): Promise<Ingested | UserError> {
    const { blocks, title, url, published, updated, authors } = entry;
    const metadata = {
      title,
      publisher: this.title ?? this.found.hostname.replace(/^www\./, ''),
      url,
      published,
      ...(authors.length > 0 ? { authors } : {}),
      ...(updated === null ? {} : { updated }),
      sources: this.#sources,
    };
    try {
      return await this.context.ingester.ingest({ metadata, blocks }, this.#options(entry));
    } catch (error) {
      return asRefusal(error);
    }
  }
}

/** Fills in from the feed what a page does not say about itself. */
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

/**
 * Returns the error if it concerns only this item, so that the poll goes on. Throws a full disk and our own
 * faults, which end it.
 */
function asRefusal(error: unknown): UserError {
  if (error instanceof UserError && error.code !== 'disk') return error;
  throw error;
}
