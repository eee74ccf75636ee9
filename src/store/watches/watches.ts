import { z } from 'zod';
import type { Store } from '../store.js';

/** A time of day, as numbers. */
const timeOfDay = z.object({ hour: z.number(), minute: z.number() });
const quietHours = z.object({ from: timeOfDay, until: timeOfDay });

/** Whose a watch is: a guild's, or somebody's own. One of the two is null. */
export interface WatchOwner {
  readonly guild: string | null;
  readonly person: string | null;
}

/** What a guild or a person wants to hear of. Times are in milliseconds since 1970. */
export interface Watch extends WatchOwner {
  readonly id: number;
  /** Where its alerts go. */
  readonly channel: string;
  /** What it is for; of a story, the headline. */
  readonly words: string;
  /** Ids of the story's articles, newest last; null if the watch is for words. */
  readonly story: readonly string[] | null;
  /** The most alerts a day. */
  readonly most: number;
  readonly quiet: z.output<typeof quietHours> | null;
  /** IANA name. */
  readonly zone: string;
  readonly since: number;
  /** When an article was last found for it. */
  readonly heard: number;
}

export type NewWatch = Omit<Watch, 'id' | 'heard'>;

const fromJson = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : schema.parse(JSON.parse(text))));

export const watchRow = z.object({
  id: z.number(),
  guild: z.string().nullable(),
  person: z.string().nullable(),
  channel: z.string(),
  words: z.string(),
  story: fromJson(z.array(z.string())),
  most: z.number(),
  quiet: fromJson(quietHours),
  zone: z.string(),
  since: z.number(),
  heard: z.number(),
});

/**
 * Adds a watch. If the channel has one for the same words already, that one gets the new settings.
 */
export async function writeWatch(store: Store, watch: NewWatch): Promise<Watch> {
  const { guild, person, channel, words, story, most, quiet, zone, since } = watch;
  const { rows } = await store.execute({
    sql: `INSERT INTO watches (guild, person, channel, words, story, most, quiet, zone, since, heard)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
          ON CONFLICT (channel, words) DO UPDATE SET most = ?6, quiet = ?7, zone = ?8 RETURNING *`,
    args: [
      guild,
      person,
      channel,
      words,
      story && JSON.stringify(story),
      most,
      quiet && JSON.stringify(quiet),
      zone,
      since,
    ],
  });
  return watchRow.parse(rows[0]);
}

/** Reads the watches of a guild or a person, oldest first. */
export async function watchesOf(store: Store, { guild, person }: WatchOwner): Promise<Watch[]> {
  const { rows } = await store.execute({
    sql: 'SELECT * FROM watches WHERE guild IS ? AND person IS ? ORDER BY id',
    args: [guild, person],
  });
  return rows.map((row) => watchRow.parse(row));
}

export async function allWatches(store: Store): Promise<Watch[]> {
  const { rows } = await store.execute('SELECT * FROM watches ORDER BY id');
  return rows.map((row) => watchRow.parse(row));
}

/** Returns a value that changes whenever a watch is added or ended. */
export async function watchesVersion(store: Store): Promise<string> {
  const { rows } = await store.execute('SELECT COUNT(*) AS count, MAX(id) AS last FROM watches');
  return `${rows[0]?.count} ${rows[0]?.last}`;
}

export async function readWatch(store: Store, id: number): Promise<Watch | null> {
  const { rows } = await store.execute({ sql: 'SELECT * FROM watches WHERE id = ?', args: [id] });
  return rows[0] === undefined ? null : watchRow.parse(rows[0]);
}

/** Ends a watch, with everything that waits for it. @returns false if there is none */
export async function endWatch(store: Store, id: number): Promise<boolean> {
  const { rowsAffected } = await store.execute({ sql: 'DELETE FROM watches WHERE id = ?', args: [id] });
  return rowsAffected > 0;
}

/** Notes of which articles stories consist now, by the ids of their watches. */
export async function writeStories(
  store: Store,
  stories: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  if (stories.size === 0) return;
  await store.batch(
    [...stories].map(([id, articles]) => ({
      sql: 'UPDATE watches SET story = ? WHERE id = ?',
      args: [JSON.stringify(articles), id],
    })),
    'write',
  );
}

/** Ends the watches of stories of which no article was found since a moment. @returns those watches */
export async function endQuietStories(store: Store, before: number): Promise<Watch[]> {
  const { rows } = await store.execute({
    sql: 'DELETE FROM watches WHERE story IS NOT NULL AND heard < ? RETURNING *',
    args: [before],
  });
  return rows.map((row) => watchRow.parse(row));
}
