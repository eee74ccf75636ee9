import { createHash } from 'node:crypto';
import type { Block } from '../../articles/block.js';
import { htmlBlocks } from '../../articles/html-blocks.js';
import { orderOfLanguage } from '../../articles/page-dates/day-order.js';
import { plainTextBlocks } from '../../articles/plain-text.js';
import { type DayOrder, findWrittenDays } from '../../text/dates/written-days.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';
import { isTooLong } from '../story-length.js';
import { fetchableAddress } from '../web/fetchable-address.js';
import { cutFeed } from './cut-feed.js';
import { MOST_ITEMS } from './newest-items.js';
import type { SkippedTimes } from './poll-times.js';
import { parseRawFeed, type RawFeed, type RawItem, type RawText } from './raw-feed.js';
import { unreadableFeed } from './unreadable-feed.js';

/** The content of a feed, whatever its format. */
export interface FeedContent {
  readonly title: string | null;
  /** How long to wait before asking again, in milliseconds; null if the feed does not say. */
  readonly interval: number | null;
  /** When it does not want to be asked; null if it does not say. */
  readonly skip: SkippedTimes | null;
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
  /** ISO 8601 date or time, in the source's own day. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  /** The whole text, or as much of it as the feed gives. */
  readonly blocks: readonly Block[];
}

const MINUTE = 60_000;
const UPDATE_PERIODS: Readonly<Record<string, number>> = {
  hourly: 60 * MINUTE,
  daily: 24 * 60 * MINUTE,
  weekly: 7 * 24 * 60 * MINUTE,
  monthly: 30 * 24 * 60 * MINUTE,
  yearly: 365 * 24 * 60 * MINUTE,
};

/**
 * Reads a feed: RSS, Atom, RDF or JSON Feed; the newest items of a long one. Entities that a document declares for
 * itself are not expanded. Of one that breaks off, the items that came whole are read.
 * @throws UserError `feed-unreadable` when it is none of these
 */
export function readFeed(text: string, address: URL): FeedContent {
  const raw = rawFeed(text, address);
  const order = orderIn(raw);
  const items = newest(raw.items, order).map((item) => entryOf(item, order, address));
  return {
    title: titleText(raw.title),
    interval: intervalOf(raw),
    skip: skippedTimes(raw),
    items: withOwnKeys(items),
  };
}

function rawFeed(text: string, address: URL): RawFeed {
  try {
    return parseRawFeed(/^\uFEFF?\s*[{[]/.test(text) ? text : cutFeed(text, MOST_ITEMS));
  } catch (error) {
    throw unreadableFeed(address, error);
  }
}

/** Another date of the feed decides how "5/1/2020" is meant, or else its language. */
function orderIn({ items, language = '' }: RawFeed): DayOrder {
  const written = items.flatMap(({ published }) => published.filter((date) => date !== undefined));
  const shown = new Set(written.flatMap((date) => findWrittenDays(date).flatMap(({ shows }) => shows ?? [])));
  const [only] = shown;
  return shown.size === 1 && only !== undefined ? only : orderOfLanguage(language);
}

/** The newest items, the oldest of them first. What has no date is as old as its neighbour. */
function newest(items: readonly RawItem[], order: DayOrder): RawItem[] {
  let time = 0;
  return items
    .map((item) => {
      time = Date.parse(firstDate(item.published, order) ?? '') || time;
      return { item, time };
    })
    .reverse()
    .sort((one, other) => one.time - other.time)
    .slice(-MOST_ITEMS)
    .map(({ item }) => item);
}

function entryOf(raw: RawItem, order: DayOrder, address: URL): FeedEntry {
  const blocks = firstWords(raw.texts);
  const title = titleText(raw.title);
  const url = linkOf(raw, address);
  const text = blocks.map((block) => block.text).join('\n');
  const hash = createHash('sha256').update([title, url, text].join('\n')).digest('hex');
  return {
    key: raw.id?.trim() || (url ?? hash),
    version: hash,
    title,
    url,
    published: firstDate(raw.published, order),
    updated: firstDate(raw.updated, order),
    authors: raw.authors.flatMap((name) => titleText({ value: name, isPlain: false }) ?? []),
    blocks,
  };
}

/** Some feeds give one id to all their items; these are told apart by what else they have. */
function withOwnKeys(items: readonly FeedEntry[]): FeedEntry[] {
  const uses = new Map<string, number>();
  for (const { key } of items) uses.set(key, (uses.get(key) ?? 0) + 1);
  const own = items.map((item) =>
    (uses.get(item.key) ?? 0) > 1
      ? { ...item, key: `${item.key} ${item.url ?? item.title ?? item.version}` }
      : item,
  );
  // Of what is still the same, the newest counts.
  return [...new Map(own.map((item) => [item.key, item])).values()];
}

function firstDate(dates: readonly (string | undefined)[], order: DayOrder): string | null {
  for (const written of dates) {
    const timestamp = writtenTimestamp(written ?? '', order);
    if (timestamp !== null) return timestamp;
  }
  return null;
}

/** The blocks of the first text that has words: some hold only a picture. One that has no end counts as none. */
function firstWords(texts: readonly (RawText | undefined)[]): Block[] {
  for (const text of texts) {
    const blocks = text?.value ? blocksOf(text.value, text.isPlain) : [];
    if (blocks.some((block) => /\p{L}/u.test(block.text)) && !isTooLong(blocks)) return blocks;
  }
  return [];
}

function blocksOf(value: string, isPlain: boolean): Block[] {
  if (isPlain) return plainTextBlocks(value);
  // Without any mark-up, paragraphs are parted by empty lines.
  const parts = /<\/?[a-z]/i.test(value) ? [value] : value.split(/\r?\n[^\S\n]*\r?\n/);
  try {
    return parts.flatMap((part) => htmlBlocks(part));
  } catch (error) {
    // One text that is beyond all limits counts as none, so that it does not keep out the rest of the feed.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Titles are often HTML, whatever the format says. */
function titleText(text: RawText | undefined): string | null {
  return (
    blocksOf(text?.value ?? '', text?.isPlain ?? false)
      .map((block) => block.text)
      .join(' ') || null
  );
}

function linkOf({ links, bases }: RawItem, address: URL): string | null {
  const base = bases.reduce(
    (outer, inner) =>
      inner !== undefined && URL.canParse(inner, outer.href) ? new URL(inner, outer) : outer,
    address,
  );
  for (const link of links) {
    if (!link?.trim()) continue;
    try {
      return fetchableAddress(link.trim(), base).href;
    } catch {}
  }
  return null;
}

function intervalOf({ ttl, sy }: RawFeed): number | null {
  const period = UPDATE_PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  const hints = [
    ...(ttl === undefined ? [] : [ttl * MINUTE]),
    ...(period === undefined ? [] : [period / Math.max(1, sy?.updateFrequency ?? 1)]),
  ].filter((hint) => hint > 0);
  return hints.length === 0 ? null : Math.max(...hints);
}

function skippedTimes({ skipHours = [], skipDays = [] }: RawFeed): SkippedTimes | null {
  // Some count the hours from 1 to 24.
  const hours = skipHours.map((hour) => hour % 24);
  const days = skipDays
    .map((day) => DAYS.indexOf(day.trim().slice(0, 3).toLowerCase()))
    .filter((day) => day >= 0);
  return hours.length === 0 && days.length === 0 ? null : { hours, days };
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
