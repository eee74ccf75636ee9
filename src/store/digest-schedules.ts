import type { InStatement } from '@libsql/client';
import { z } from 'zod';
import type { Store } from './store.js';

/** How many digests a guild may have. */
export const MOST_DIGESTS = 20;

/** One of a guild's digests: when and where it is posted, and what it is about. */
export interface DigestSchedule {
  readonly guild: string;
  /** Tells the digests of a guild apart. Never used again for another one of it while its sends are recorded. */
  readonly digest: number;
  /** As managers call it; no other of the guild has it, in whatever case. */
  readonly name: string;
  readonly channel: string;
  /** Whether the channel is a forum, where each digest is a post of its own. */
  readonly isForum: boolean;
  /** Whether the message is published to the servers that follow the announcement channel. */
  readonly isPublished: boolean;
  readonly times: readonly { readonly hour: number; readonly minute: number }[];
  readonly zone: string;
  /** 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[];
  /** What its stories are about, in words; null for all news. */
  readonly topic: string | null;
  /** The keys of the sources that it is made of; null for all that the guild has. */
  readonly sources: readonly string[] | null;
  /** How many stories it tells; of the others there is a line each behind a button. */
  readonly stories: number;
  /** Whether a digest without stories gets a line. */
  readonly quietLine: boolean;
  /** When its times were set, in milliseconds since 1970: nothing is due before. */
  readonly since: number;
}

const parsed = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));

const row = z
  .object({
    guild: z.string(),
    digest: z.number(),
    name: z.string(),
    channel: z.string(),
    is_forum: z.number().transform(Boolean),
    is_published: z.number().transform(Boolean),
    times: parsed(z.array(z.object({ hour: z.number(), minute: z.number() }))),
    zone: z.string(),
    days: parsed(z.array(z.number())),
    topic: z.string().nullable(),
    sources: parsed(z.array(z.string())).nullable(),
    stories: z.number(),
    quiet_line: z.number().transform(Boolean),
    since: z.number(),
  })
  .transform(
    ({ is_forum, is_published, quiet_line, ...rest }): DigestSchedule => ({
      ...rest,
      isForum: is_forum,
      isPublished: is_published,
      quietLine: quiet_line,
    }),
  );

export async function readDigestSchedules(store: Store): Promise<DigestSchedule[]> {
  const { rows } = await store.execute('SELECT * FROM digest_schedules ORDER BY guild, digest');
  return rows.map((each) => row.parse(each));
}

/** Reads the digests of a guild, the oldest first. */
export async function readGuildDigests(store: Store, guild: string): Promise<DigestSchedule[]> {
  const { rows } = await store.execute({
    sql: 'SELECT * FROM digest_schedules WHERE guild = ? ORDER BY digest',
    args: [guild],
  });
  return rows.map((each) => row.parse(each));
}

export async function readDigestSchedule(
  store: Store,
  guild: string,
  digest: number,
): Promise<DigestSchedule | null> {
  const { rows } = await store.execute({
    sql: 'SELECT * FROM digest_schedules WHERE guild = ? AND digest = ?',
    args: [guild, digest],
  });
  return rows[0] === undefined ? null : row.parse(rows[0]);
}

/** The columns in the order of the table, without guild and digest. */
const COLUMNS = [
  'name',
  'channel',
  'is_forum',
  'is_published',
  'times',
  'zone',
  'days',
  'topic',
  'sources',
  'stories',
  'quiet_line',
  'since',
] as const;

function values(schedule: Omit<DigestSchedule, 'guild' | 'digest'>): (string | number | null)[] {
  const { name, channel, isForum, isPublished, times, zone, days, topic, sources } = schedule;
  return [
    name,
    channel,
    isForum ? 1 : 0,
    isPublished ? 1 : 0,
    JSON.stringify(times),
    zone,
    JSON.stringify(days),
    topic,
    sources && JSON.stringify(sources),
    schedule.stories,
    schedule.quietLine ? 1 : 0,
    schedule.since,
  ];
}

/**
 * Adds a digest to those of a guild.
 * @param most how many a guild may have
 * @returns its number; null if the guild has so many, or one of that name
 */
export async function addDigestSchedule(
  store: Store,
  schedule: Omit<DigestSchedule, 'digest'>,
  most = MOST_DIGESTS,
): Promise<number | null> {
  const { guild } = schedule;
  // One statement, so that two managers who add one at once cannot get the same number, or one too many.
  const { rows } = await store.execute({
    sql: `INSERT INTO digest_schedules (guild, digest, ${COLUMNS.join(', ')})
          SELECT ?1, 1 + (SELECT COALESCE(MAX(digest), 0) FROM (
              SELECT digest FROM digest_schedules WHERE guild = ?1
              UNION ALL SELECT digest FROM digest_sends WHERE guild = ?1)),
            ${COLUMNS.map((_, at) => `?${at + 3}`).join(', ')}
          WHERE (SELECT COUNT(*) FROM digest_schedules WHERE guild = ?1) < ?2
          ON CONFLICT DO NOTHING RETURNING digest`,
    args: [guild, most, ...values(schedule)],
  });
  return rows[0] === undefined ? null : Number(rows[0].digest);
}

/**
 * Changes a digest that is there.
 * @returns false if it is not there any more, or another one has its name
 */
export async function changeDigestSchedule(store: Store, schedule: DigestSchedule): Promise<boolean> {
  const change: InStatement = {
    sql: `UPDATE OR IGNORE digest_schedules SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')}
          WHERE guild = ? AND digest = ?`,
    args: [...values(schedule), schedule.guild, schedule.digest],
  };
  return (await store.execute(change)).rowsAffected === 1;
}

/** @returns false when the guild had no such digest */
export async function deleteDigestSchedule(store: Store, guild: string, digest: number): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: 'DELETE FROM digest_schedules WHERE guild = ? AND digest = ?',
    args: [guild, digest],
  });
  return rowsAffected === 1;
}
