import type { Store } from './store.js';

/** Since when guilds of which something is kept were not among those that Discord says we are in; in milliseconds since 1970. */
export async function readAbsences(store: Store): Promise<ReadonlyMap<string, number>> {
  const { rows } = await store.execute('SELECT guild, since FROM absent_guilds');
  return new Map(rows.map(({ guild, since }) => [String(guild), Number(since)]));
}

/** Notes that a guild is absent, unless that is known. */
export async function recordAbsence(store: Store, guild: string, since: number): Promise<void> {
  await store.execute({
    sql: 'INSERT INTO absent_guilds (guild, since) VALUES (?, ?) ON CONFLICT DO NOTHING',
    args: [guild, since],
  });
}

/** Notes that a guild is there again. */
export async function endAbsence(store: Store, guild: string): Promise<void> {
  await store.execute({ sql: 'DELETE FROM absent_guilds WHERE guild = ?', args: [guild] });
}
