import { z } from 'zod';
import { dayOf } from '../questions.js';
import type { Store } from '../store.js';

/*
 * How often something happened in a guild on a day: numbers for /stats, which lead to nobody. Only what was asked where
 * everybody could read it is counted.
 */

/** What became of a question. */
export type Outcome = 'answered' | 'maybe' | 'unanswered';

/** What is counted of one question. */
export interface Counted {
  readonly outcome: Outcome;
  /** What it was about, in names that its answer quotes: nothing that only the question says. */
  readonly topics: readonly string[];
  /** The publishers that its answer quotes. */
  readonly sources: readonly string[];
}

/** Counts a question and what its answer quotes. */
export async function tallyQuestion(store: Store, guild: string, counted: Counted, at: Date): Promise<void> {
  const { outcome, topics, sources } = counted;
  const entries = [
    ['question', outcome],
    ...[...new Set(topics)].map((topic) => ['topic', topic]),
    ...[...new Set(sources)].map((source) => ['source', source]),
  ];
  await store.record({
    sql: `INSERT INTO tallies (guild, day, kind, name, count)
          VALUES ${entries.map(() => '(?, ?, ?, ?, 1)').join(', ')}
          ON CONFLICT (guild, day, kind, name) DO UPDATE SET count = count + 1`,
    args: entries.flatMap(([kind = '', name = '']) => [guild, dayOf(at), kind, name]),
  });
}

export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** What a guild asked since a day, and how it was answered. */
export interface GuildStats {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Days with questions, in UTC, oldest first. */
  readonly days: readonly Tally[];
  /** Most frequent first. */
  readonly topics: readonly Tally[];
  readonly sources: readonly Tally[];
  readonly helpful: number;
  readonly notIt: number;
}

const tally = z.object({ name: z.string(), count: z.number() });

/**
 * @param since the first day, in UTC, such as `2020-01-05`
 * @param most how many topics and sources are listed
 */
export async function guildStats(
  store: Store,
  guild: string,
  since: string,
  most: number,
): Promise<GuildStats> {
  await store.settled();
  const args = [guild, since];
  const frequent = (kind: string) => ({
    sql: `SELECT name, sum(count) AS count FROM tallies WHERE guild = ? AND day >= ? AND kind = '${kind}'
          GROUP BY name ORDER BY sum(count) DESC, name LIMIT ${most}`,
    args,
  });
  const results = await store.batch(
    [
      frequent('question'),
      {
        sql: `SELECT day AS name, sum(count) AS count FROM tallies
              WHERE guild = ? AND day >= ? AND kind = 'question' GROUP BY day ORDER BY day`,
        args,
      },
      frequent('topic'),
      frequent('source'),
      {
        sql: `SELECT CASE helpful WHEN 1 THEN 'helpful' ELSE 'not it' END AS name, count(*) AS count FROM feedback
              WHERE guild = ? AND day >= ? GROUP BY helpful`,
        args,
      },
    ],
    'read',
  );
  const [outcomes, days, topics, sources, votes] = results.map(({ rows }) =>
    rows.map((each) => tally.parse(each)),
  );
  return {
    outcomes: {
      answered: countOf(outcomes, 'answered'),
      maybe: countOf(outcomes, 'maybe'),
      unanswered: countOf(outcomes, 'unanswered'),
    },
    days: days ?? [],
    topics: topics ?? [],
    sources: sources ?? [],
    helpful: countOf(votes, 'helpful'),
    notIt: countOf(votes, 'not it'),
  };
}

function countOf(tallies: readonly Tally[] | undefined, name: string): number {
  return tallies?.find((each) => each.name === name)?.count ?? 0;
}
