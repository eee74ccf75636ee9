import { z } from 'zod';
import type { Store } from './store.js';

/** A feed and how it has been doing. Times are milliseconds since 1970. */
export interface Feed {
  readonly url: string;
  /** What its articles are noted with: the address at which it was first followed. */
  readonly source: string;
  /** Whether the operator follows it, so that its articles are for everybody. */
  readonly shared: boolean;
  readonly title: string | null;
  readonly added: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The interval that it asks for between polls, in milliseconds; null if it asks for none. */
  readonly wish: number | null;
  /** When it does not want to be asked, in UTC: hours from 0 to 23, days from 0 for Sunday; null if it does not say. */
  readonly skip: { readonly hours: readonly number[]; readonly days: readonly number[] } | null;
  readonly nextPoll: number;
  /** Null until it has been read once. */
  readonly lastSuccess: number | null;
  /** The number of failures in a row. */
  readonly failures: number;
  readonly failingSince: number | null;
  readonly failure: string | null;
  /** When the operator was last told that it fails. */
  readonly reported: number | null;
}

/** What is kept about an item, so that it is not ingested twice. */
export interface FeedItem {
  readonly item: string;
  readonly version: string;
  readonly tries: number;
  readonly settled: boolean;
}

export const feedRow = z
  .object({
    url: z.string(),
    source: z.string(),
    shared: z.number().transform(Boolean),
    title: z.string().nullable(),
    added: z.number(),
    etag: z.string().nullable(),
    last_modified: z.string().nullable(),
    wish: z.number().nullable(),
    skip: z
      .string()
      .transform((json): unknown => JSON.parse(json))
      .pipe(z.object({ hours: z.array(z.number()), days: z.array(z.number()) }))
      .nullable(),
    next_poll: z.number(),
    last_success: z.number().nullable(),
    failures: z.number(),
    failing_since: z.number().nullable(),
    failure: z.string().nullable(),
    reported: z.number().nullable(),
  })
  .transform(
    ({ last_modified, next_poll, last_success, failing_since, ...rest }): Feed => ({
      ...rest,
      lastModified: last_modified,
      nextPoll: next_poll,
      lastSuccess: last_success,
      failingSince: failing_since,
    }),
  );

/** Adds a feed of the operator's. Returns false if it is there already, unless only servers followed it. */
export async function addFeed(
  store: Store,
  url: string,
  title: string | null,
  now: number,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `INSERT INTO feeds (url, title, added, next_poll, source, shared) VALUES (:url, :title, :now, :now, :url, 1)
      ON CONFLICT DO UPDATE SET shared = 1 WHERE shared = 0`,
    args: { url, title, now },
  });
  return rowsAffected === 1;
}

/**
 * Removes a feed of the operator's; its articles stay. It is polled on where servers follow it. Returns false if there is
 * no such feed.
 */
export async function removeFeed(store: Store, url: string): Promise<boolean> {
  const [removed] = await store.batch(
    [{ sql: 'UPDATE feeds SET shared = 0 WHERE url = ? AND shared = 1', args: [url] }, ...UNFOLLOWED],
    'write',
  );
  return removed?.rowsAffected === 1;
}

/** Deletes feeds that nobody follows any more, with what is known of their items. */
export const UNFOLLOWED = ((unfollowed: string) =>
  [
    `DELETE FROM feed_items WHERE feed IN (SELECT url FROM feeds WHERE ${unfollowed})`,
    `DELETE FROM feeds WHERE ${unfollowed}`,
  ] as const)('shared = 0 AND NOT EXISTS (SELECT 1 FROM guild_sources WHERE source = feeds.source)');

/** Lists the operator's feeds, in the order in which they were added. */
export async function listFeeds(store: Store): Promise<Feed[]> {
  const { rows } = await store.execute('SELECT * FROM feeds WHERE shared = 1 ORDER BY added, url');
  return rows.map((row) => feedRow.parse(row));
}

/**
 * Claims the feed that is due first; null if none is due. Nobody else, in this process or another, gets it
 * before `until`, by when it should have been polled.
 * @param onlyShared leaves out feeds that only servers follow
 */
export async function claimDueFeed(
  store: Store,
  now: number,
  until: number,
  onlyShared = false,
): Promise<Feed | null> {
  const { rows } = await store.execute({
    sql: `UPDATE feeds SET claimed_from = next_poll, next_poll = ?
      WHERE url = (SELECT url FROM feeds WHERE next_poll <= ? AND shared >= ? ORDER BY next_poll, url LIMIT 1)
        AND next_poll <= ?
      RETURNING *`,
    args: [until, now, onlyShared ? 1 : 0, now],
  });
  return rows[0] === undefined ? null : feedRow.parse(rows[0]);
}

/** Makes feeds due again whose polls were broken off, for a poller that takes over from one that died. */
export async function resumeFeeds(store: Store): Promise<void> {
  await store.execute(
    'UPDATE feeds SET next_poll = claimed_from, claimed_from = NULL WHERE claimed_from IS NOT NULL',
  );
}

/** Finds a feed by its address, or by what its articles are noted with. */
export async function feedOfSource(store: Store, address: string): Promise<Feed | null> {
  const { rows } = await store.execute({
    sql: 'SELECT * FROM feeds WHERE url = ?1 OR source = ?1 ORDER BY url = ?1 DESC LIMIT 1',
    args: [address],
  });
  return rows[0] === undefined ? null : feedRow.parse(rows[0]);
}

/** Claims a feed whether it is due or not. Returns null if there is no such feed. */
export async function claimFeed(store: Store, url: string, until: number): Promise<Feed | null> {
  const { rows } = await store.execute({
    sql: 'UPDATE feeds SET next_poll = ? WHERE url = ? RETURNING *',
    args: [until, url],
  });
  return rows[0] === undefined ? null : feedRow.parse(rows[0]);
}

export type FeedSuccess = Pick<Feed, 'title' | 'etag' | 'lastModified' | 'wish' | 'skip' | 'nextPoll'>;

export async function recordFeedSuccess(
  store: Store,
  url: string,
  { title, etag, lastModified, wish, skip, nextPoll }: FeedSuccess,
  now: number,
): Promise<void> {
  await store.execute({
    sql: `UPDATE feeds SET title = coalesce(?, title), etag = ?, last_modified = ?, wish = ?, skip = ?, next_poll = ?,
      last_success = ?, claimed_from = NULL,
      failures = 0, failing_since = NULL, failure = NULL, reported = NULL WHERE url = ?`,
    args: [title, etag, lastModified, wish, skip && JSON.stringify(skip), nextPoll, now, url],
  });
}

/**
 * Remembers a feed at the address to which it has moved, with what is known about its items. Does nothing where there
 * is a feed at that address already.
 */
export async function moveFeed(store: Store, from: string, to: string): Promise<void> {
  await store.batch(
    [
      {
        sql: `UPDATE OR IGNORE feed_items SET feed = ? WHERE feed = ?
          AND NOT EXISTS (SELECT 1 FROM feeds WHERE url = ?)`,
        args: [to, from, to],
      },
      { sql: 'UPDATE OR IGNORE feeds SET url = ? WHERE url = ?', args: [to, from] },
    ],
    'write',
  );
}

export async function recordFeedFailure(
  store: Store,
  url: string,
  failure: string,
  nextPoll: number,
  now: number,
): Promise<void> {
  await store.execute({
    sql: `UPDATE feeds SET failures = failures + 1, failing_since = coalesce(failing_since, ?), failure = ?,
      next_poll = ?, claimed_from = NULL WHERE url = ?`,
    args: [now, failure, nextPoll, url],
  });
}

export async function recordFeedReported(store: Store, url: string, now: number): Promise<void> {
  await store.execute({ sql: 'UPDATE feeds SET reported = ? WHERE url = ?', args: [now, url] });
}

const itemRow = z.object({
  item: z.string(),
  version: z.string(),
  tries: z.number(),
  settled: z.number().transform(Boolean),
});

export async function feedItems(store: Store, url: string): Promise<Map<string, FeedItem>> {
  const { rows } = await store.execute({ sql: 'SELECT * FROM feed_items WHERE feed = ?', args: [url] });
  return new Map(rows.map((row) => itemRow.parse(row)).map((item) => [item.item, item]));
}

export async function recordFeedItem(store: Store, url: string, item: FeedItem): Promise<void> {
  await store.execute({
    sql: 'INSERT OR REPLACE INTO feed_items (feed, item, version, tries, settled) VALUES (?, ?, ?, ?, ?)',
    args: [url, item.item, item.version, item.tries, item.settled ? 1 : 0],
  });
}

export async function forgetFeedItems(store: Store, url: string, items: readonly string[]): Promise<void> {
  const sql = 'DELETE FROM feed_items WHERE feed = ? AND item = ?';
  if (items.length > 0)
    await store.batch(
      items.map((item) => ({ sql, args: [url, item] })),
      'write',
    );
}
