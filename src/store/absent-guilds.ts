import type { Store } from './store.js';

/**
 * Reads since when guilds that have data here have been missing from the guilds that Discord says we are in;
 * in milliseconds since 1970, by guild id.
 */
export async function readAbsences(store: Store): Promise<ReadonlyMap<string, number>> {
  const { rows } = await store.execute('SELECT guild, since FROM absent_guilds');
  return new Map(rows.map(({ guild, since }) => [String(guild), Number(since)]));
}

/** Records that a guild is absent, unless that is on record. */
export async function recordAbsence(store: Store, guild: string, since: number): Promise<void> {
  await store.execute({
    sql: 'INSERT INTO absent_guilds (guild, since) VALUES (?, ?) ON CONFLICT DO NOTHING',
    args: [guild, since],
  });
}

/** Records that a guild is there again. */
export async function endAbsence(store: Store, guild: string): Promise<void> {
  await store.execute({ sql: 'DELETE FROM absent_guilds WHERE guild = ?', args: [guild] });
}
