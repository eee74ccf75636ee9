import { z } from 'zod';
import { guildsKept } from '../forgetting.js';
import type { Store } from '../store.js';

/** What the store knows of a server. */
export interface KnownServer {
  readonly guild: string;
  /** How many sources of its own it has, digests, and watches of its channels. */
  readonly sources: number;
  readonly digests: number;
  readonly watches: number;
  /** Questions asked in public since a day; those of them without an answer; answers that were voted not it. */
  readonly questions: number;
  readonly unanswered: number;
  readonly notIt: number;
}

const counted = z.object({ guild: z.string(), count: z.number() });

/**
 * Reads what is known of each server, the busiest first.
 * @param since the first day whose questions are counted, in UTC, such as `2020-01-05`
 * @param guilds servers to list even if nothing is known of them
 */
export async function knownServers(
  store: Store,
  since: string,
  guilds: Iterable<string> = [],
): Promise<KnownServer[]> {
  const ofTallies = (more: string) => ({
    sql: `SELECT guild, sum(count) AS count FROM tallies WHERE kind = 'question' AND day >= ? ${more} GROUP BY guild`,
    args: [since],
  });
  const results = await store.batch(
    [
      'SELECT guild, count(*) AS count FROM guild_sources GROUP BY guild',
      'SELECT guild, count(*) AS count FROM digest_schedules GROUP BY guild',
      'SELECT guild, count(*) AS count FROM watches WHERE guild IS NOT NULL GROUP BY guild',
      ofTallies(''),
      ofTallies("AND name = 'unanswered'"),
      {
        sql: 'SELECT guild, count(*) AS count FROM feedback WHERE helpful = 0 AND day >= ? GROUP BY guild',
        args: [since],
      },
    ],
    'read',
  );
  const [sources, digests, watches, questions, unanswered, notIt] = results.map(
    ({ rows }) => new Map(rows.map((row) => counted.parse(row)).map(({ guild, count }) => [guild, count])),
  );
  return [...new Set([...guilds, ...(await guildsKept(store))])]
    .map((guild) => ({
      guild,
      sources: sources?.get(guild) ?? 0,
      digests: digests?.get(guild) ?? 0,
      watches: watches?.get(guild) ?? 0,
      questions: questions?.get(guild) ?? 0,
      unanswered: unanswered?.get(guild) ?? 0,
      notIt: notIt?.get(guild) ?? 0,
    }))
    .sort((a, b) => b.questions - a.questions || (a.guild < b.guild ? -1 : 1));
}
