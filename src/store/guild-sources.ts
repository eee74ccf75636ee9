import { z } from 'zod';
import { type Feed, feedRow, UNFOLLOWED } from './feeds.js';
import type { Store } from './store.js';

/*
 * The feeds that servers follow. A feed is polled once, however many follow it, and forgotten when nobody does. What is
 * known of it is in the table of feeds; here is who follows it, by the key that its articles are noted with: its address
 * may change, the key stays.
 */

/** A feed that a guild follows. */
export interface GuildSource {
  readonly feed: Feed;
  /** Articles whose headlines hold one of these are not for this guild. */
  readonly excluded: readonly string[];
}

/** How many feeds there may be. */
export interface SourceLimits {
  readonly perGuild: number;
  /** Over all guilds, each counted once; the operator's own are not. */
  readonly inAll: number;
}

export type Followed = 'followed' | 'known' | 'guild-full' | 'all-full';

interface Following {
  readonly guild: string;
  readonly url: string;
  readonly title: string | null;
  /** Where it was asked for, and where its failure is told. */
  readonly channel: string;
}

/**
 * Lets a guild follow a feed. A new one is due at once.
 * @param now milliseconds since 1970
 */
export async function followFeed(
  store: Store,
  { guild, url, title, channel }: Following,
  { perGuild, inAll }: SourceLimits,
  now: number,
): Promise<Followed> {
  const hasRoom = '(SELECT count(*) FROM guild_sources WHERE guild = :guild) < :perGuild';
  const known = 'SELECT 1 FROM feeds WHERE url = :url OR source = :url';
  const [before, , followed] = await store.batch(
    [
      {
        sql: `SELECT EXISTS (SELECT 1 FROM guild_sources JOIN feeds USING (source)
            WHERE guild = :guild AND (url = :url OR source = :url)) AS is_followed,
          ${hasRoom} AS has_room`,
        args: { guild, url, perGuild },
      },
      {
        sql: `INSERT INTO feeds (url, title, added, next_poll, source, shared)
          SELECT :url, :title, :now, :now, :url, 0
          WHERE ${hasRoom} AND NOT EXISTS (${known}) AND (SELECT count(*) FROM feeds WHERE shared = 0) < :inAll`,
        args: { guild, url, title, perGuild, inAll, now },
      },
      {
        sql: `INSERT INTO guild_sources (guild, source, channel, added)
          SELECT :guild, source, :channel, :now FROM feeds WHERE (url = :url OR source = :url) AND ${hasRoom} LIMIT 1
          ON CONFLICT DO NOTHING`,
        args: { guild, url, channel, perGuild, now },
      },
    ],
    'write',
  );
  if (followed?.rowsAffected === 1) return 'followed';
  const { is_followed, has_room } = before?.rows[0] ?? {};
  if (Number(is_followed) === 1) return 'known';
  return Number(has_room) === 1 ? 'all-full' : 'guild-full';
}

/** Ends that a guild follows a feed. Returns false if it did not. */
export async function unfollowFeed(store: Store, guild: string, source: string): Promise<boolean> {
  const [removed] = await store.batch(
    [
      { sql: 'DELETE FROM guild_sources WHERE guild = ? AND source = ?', args: [guild, source] },
      ...UNFOLLOWED,
    ],
    'write',
  );
  return removed?.rowsAffected === 1;
}

const NOTHING: readonly string[] = [];
const sourceRow = z.object({
  // Hardly any server excludes something, and those of all are read at once.
  excluded: z
    .string()
    .transform((json) => (json === '[]' ? NOTHING : z.array(z.string()).parse(JSON.parse(json)))),
});

/** The feeds that a guild follows, in the order in which it added them. */
export async function guildSources(store: Store, guild: string): Promise<GuildSource[]> {
  const { rows } = await store.execute({
    sql: `SELECT feeds.*, guild_sources.excluded FROM guild_sources JOIN feeds USING (source) WHERE guild = ?
      ORDER BY guild_sources.added, guild_sources.rowid`,
    args: [guild],
  });
  return rows.map((row) => ({ feed: feedRow.parse(row), excluded: sourceRow.parse(row).excluded }));
}

/** The source keys that each guild follows, with the words that it excludes. */
export async function allGuildSources(
  store: Store,
): Promise<Map<string, { readonly source: string; readonly excluded: readonly string[] }[]>> {
  const { rows } = await store.execute(
    `SELECT guild, source, excluded FROM guild_sources WHERE source IN (SELECT source FROM feeds)
      ORDER BY added, rowid`,
  );
  const all = new Map<string, { source: string; excluded: readonly string[] }[]>();
  for (const row of rows) {
    const own = all.get(String(row.guild)) ?? [];
    own.push({ source: String(row.source), excluded: sourceRow.parse(row).excluded });
    all.set(String(row.guild), own);
  }
  return all;
}

/** Sets the words that a guild excludes from a feed. Returns false if it does not follow it. */
export async function excludeWords(
  store: Store,
  guild: string,
  source: string,
  words: readonly string[],
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: 'UPDATE guild_sources SET excluded = ? WHERE guild = ? AND source = ?',
    args: [JSON.stringify(words), guild, source],
  });
  return rowsAffected === 1;
}

/** A feed whose failure a guild is to hear of. */
export interface FailingSource {
  readonly guild: string;
  readonly channel: string;
  readonly feed: Feed;
}

/**
 * Claims the feeds that have failed since `before` or longer and whose guilds have not been told: whoever gets one tells
 * it. Each failure is given out once.
 * @param before milliseconds since 1970
 */
export async function claimFailingSources(store: Store, before: number): Promise<FailingSource[]> {
  const { rows } = await store.execute({
    sql: `UPDATE guild_sources SET told = feeds.failing_since FROM feeds
      WHERE feeds.source = guild_sources.source AND feeds.failing_since <= ?
        AND (told IS NULL OR told < feeds.failing_since)
      RETURNING guild, channel, guild_sources.source`,
    args: [before],
  });
  const failing: FailingSource[] = [];
  for (const { guild, channel, source } of rows) {
    const found = await store.execute({ sql: 'SELECT * FROM feeds WHERE source = ?', args: [source ?? ''] });
    if (found.rows[0] === undefined) continue;
    failing.push({ guild: String(guild), channel: String(channel), feed: feedRow.parse(found.rows[0]) });
  }
  return failing;
}
