import { createHash } from 'node:crypto';
import { parseFeed as parse } from 'feedsmith';
import type { Block } from '../../articles/block.js';
import { htmlBlocks } from '../../articles/html-blocks.js';
import { plainTextBlocks } from '../../articles/plain-text.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';
import { UserError } from '../../user-error.js';
import { fetchableAddress } from '../web/fetchable-address.js';

/** The content of a feed, whatever its format. */
export interface FeedContent {
  readonly title: string | null;
  /** How long to wait before asking again, in milliseconds; null if the feed does not say. */
  readonly interval: number | null;
  /** Oldest first if they are dated; else in reverse order of the feed, which puts the newest first. */
  readonly items: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Identifies it within its feed. */
  readonly key: string;
  /** Changes when its words change; a new date alone changes nothing. */
  readonly version: string;
  readonly title: string | null;
  readonly url: string | null;
  /** As written. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  /** The whole text, or as much of it as the feed gives. */
  readonly blocks: readonly Block[];
}

const MINUTE = 60_000;
const MOST_ITEMS = 300;
const UPDATE_PERIODS: Readonly<Record<string, number>> = {
  hourly: 60 * MINUTE,
  daily: 24 * 60 * MINUTE,
  weekly: 7 * 24 * 60 * MINUTE,
  monthly: 30 * 24 * 60 * MINUTE,
  yearly: 365 * 24 * 60 * MINUTE,
};

/** The fields that all formats have, under different names. */
interface RawItem {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly authors: readonly (string | undefined)[];
  /** HTML; the first that is not empty counts. */
  readonly texts: readonly (string | undefined)[];
  readonly plain: string | undefined;
}

interface RawFeed {
  readonly title: string | undefined;
  readonly ttl?: number | undefined;
  readonly sy?: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined;
  readonly items: readonly RawItem[];
}

/**
 * Reads a feed: RSS, Atom, RDF or JSON Feed. Entities that a document declares for itself are not expanded.
 * @throws UserError `feed-unreadable` when it is none of these
 */
export function readFeed(text: string, address: URL): FeedContent {
  const raw = rawFeed(text, address);
  const items = raw.items.slice(0, MOST_ITEMS).map((item) => entryOf(item, address));
  const byDate = items
    .reverse()
    .map((item) => ({ item, time: Date.parse(writtenTimestamp(item.published ?? '') ?? '') || 0 }))
    .sort((a, b) => a.time - b.time)
    .map(({ item }) => item);
  return { title: plainText(raw.title), interval: intervalOf(raw), items: byDate };
}

function rawFeed(text: string, address: URL): RawFeed {
  try {
    return toRaw(text);
  } catch (cause) {
    throw new UserError(
      'feed-unreadable',
      `${address.href} is no feed that can be read.`,
      'It should be RSS, Atom, RDF or JSON Feed.',
      { cause },
    );
  }
}

function toRaw(text: string): RawFeed {
  const parsed = parse(text);
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        ttl: parsed.feed.ttl,
        sy: parsed.feed.sy,
        items: (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          title: item.title,
          link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          published: item.pubDate ?? item.dc?.dates?.[0],
          updated: item.atom?.updated,
          authors: item.dc?.creators ?? [],
          texts: [item.content?.encoded, item.description],
          plain: undefined,
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        sy: parsed.feed.sy,
        items: (parsed.feed.entries ?? []).map((entry) => ({
          id: entry.id,
          title: entry.title?.value,
          link: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
          published: entry.published ?? entry.updated,
          updated: entry.updated,
          authors: entry.authors?.map(({ name }) => name) ?? [],
          texts: [entry.content?.value, entry.summary?.value],
          plain: undefined,
        })),
      };
    case 'rdf':
      return {
        title: parsed.feed.title,
        sy: parsed.feed.sy,
        items: (parsed.feed.items ?? []).map((item) => ({
          id: item.rdf?.about,
          title: item.title,
          link: item.link,
          published: item.dc?.dates?.[0],
          updated: undefined,
          authors: item.dc?.creators ?? [],
          texts: [item.content?.encoded, item.description],
          plain: undefined,
        })),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        items: (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          title: item.title,
          link: item.url,
          published: item.date_published,
          updated: item.date_modified,
          authors: item.authors?.map(({ name }) => name) ?? [],
          texts: [item.content_html],
          plain: item.content_text ?? item.summary,
        })),
      };
  }
}

function entryOf(raw: RawItem, address: URL): FeedEntry {
  const html = raw.texts.find((each) => each?.trim());
  const blocks = html === undefined ? plainTextBlocks(raw.plain ?? '') : htmlBlocks(html);
  const title = plainText(raw.title);
  const url = linkOf(raw.link, address);
  const text = blocks.map((block) => block.text).join('\n');
  const hash = createHash('sha256').update([title, url, text].join('\n')).digest('hex');
  return {
    key: raw.id ?? url ?? hash,
    version: hash,
    title,
    url,
    published: raw.published ?? null,
    updated: raw.updated ?? null,
    authors: raw.authors.flatMap((name) => plainText(name) ?? []),
    blocks,
  };
}

/** Titles are often HTML, whatever the format says. */
function plainText(html: string | undefined): string | null {
  const blocks = htmlBlocks(html ?? '');
  return blocks.map(({ text }) => text).join(' ') || null;
}

function linkOf(link: string | undefined, address: URL): string | null {
  try {
    return link === undefined ? null : fetchableAddress(link.trim(), address).href;
  } catch {
    return null;
  }
}

function intervalOf({ ttl, sy }: RawFeed): number | null {
  const period = UPDATE_PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  const hints = [
    ...(ttl === undefined ? [] : [ttl * MINUTE]),
    ...(period === undefined ? [] : [period / Math.max(1, sy?.updateFrequency ?? 1)]),
  ].filter((hint) => hint > 0);
  return hints.length === 0 ? null : Math.max(...hints);
}
