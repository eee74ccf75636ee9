import type { InStatement } from '@libsql/client';
import { UNFOLLOWED } from './feeds.js';
import { forgetOldInteractions } from './interactions.js';
import { dayOf } from './questions.js';
import { forgetOldReplies } from './replies.js';
import type { Store } from './store.js';

/*
 * What members asked is deleted with the message in which they asked it, with its channel, with its guild,
 * and after a while in any case. Only missed questions are kept in the first place, see questions.ts and
 * feedback.ts.
 */

const DAY = 24 * 60 * 60 * 1000;

/** Every table with a column that names a guild. */
const TABLES_OF_GUILDS = [
  'questions',
  'feedback',
  'tallies',
  'replies',
  'guild_settings',
  'digest_schedules',
  'digest_sends',
  'guild_sources',
  'absent_guilds',
  // Its alerts go with it.
  'watches',
] as const;

/** Deletes what was asked in a message, and the votes on its answer; or the votes on a message of ours. */
export async function forgetMessage(store: Store, message: string): Promise<void> {
  await store.settled();
  const args = [store.pseudonymOf('message', message)];
  const statements = [
    'FROM questions WHERE message = ?1',
    'FROM feedback WHERE message = ?1',
    'FROM feedback WHERE reply = ?1',
  ];
  // Nearly all messages that are edited or deleted have nothing to do with us, and reading does not wait for
  // a writer.
  const looks = statements.map((statement) => `EXISTS (SELECT 1 ${statement})`);
  const { rows } = await store.execute({ sql: `SELECT ${looks.join(' OR ')} AS is_kept`, args });
  if (Number(rows[0]?.is_kept) === 0) return;
  await store.erase(statements.map((statement) => ({ sql: `DELETE ${statement}`, args })));
}

/**
 * Deletes what was asked in a channel and its threads, or in a thread. Discord deletes their messages without
 * an event for each.
 */
export async function forgetChannel(store: Store, channel: string): Promise<void> {
  await store.settled();
  const where = 'WHERE channel = ?1 OR parent = ?1';
  await store.erase([
    ...['questions', 'feedback'].map((table) => ({ sql: `DELETE FROM ${table} ${where}`, args: [channel] })),
    // Nothing can be posted there any more.
    { sql: 'DELETE FROM watches WHERE channel = ?1', args: [channel] },
  ]);
}

/** Deletes everything that belongs to a guild, including its settings, schedule and digests, and feeds that it alone followed. */
export async function forgetGuild(store: Store, guild: string): Promise<void> {
  await store.settled();
  await store.erase([
    ...TABLES_OF_GUILDS.map((table) => ({ sql: `DELETE FROM ${table} WHERE guild = ?`, args: [guild] })),
    ...UNFOLLOWED,
  ]);
}

/** How many pseudonyms one statement deletes. */
const AT_ONCE = 200;

/**
 * Deletes what one person asked, also where others voted on its answer, and their own votes, in every guild.
 * Each row knows its people by pseudonyms of its own, so those that this person would have are made for every
 * row and compared.
 * @returns how many questions, votes and private watches there were
 */
export async function forgetPerson(
  store: Store,
  person: string,
): Promise<{ readonly questions: number; readonly votes: number; readonly watches: number }> {
  await store.settled();
  const questions = await store.execute('SELECT message, asker FROM questions');
  const votes = await store.execute('SELECT message, asker, reply, voter FROM feedback');
  const asked = [...questions.rows, ...votes.rows].flatMap(({ message, asker }) =>
    asker === store.pseudonymOf('asker', String(message), person) ? [String(asker)] : [],
  );
  const voted = votes.rows.flatMap(({ reply, voter }) =>
    voter === store.pseudonymOf('voter', String(reply), person) ? [String(voter)] : [],
  );
  const different = [...new Set(asked)];
  const watches = await store.execute({ sql: 'SELECT id FROM watches WHERE person = ?', args: [person] });
  const deletions = [
    ...deletionsOf('questions', 'asker', different),
    ...deletionsOf('feedback', 'asker', different),
    ...deletionsOf('feedback', 'voter', voted),
    ...(watches.rows.length > 0 ? [{ sql: 'DELETE FROM watches WHERE person = ?', args: [person] }] : []),
  ];
  if (deletions.length > 0) await store.erase(deletions);
  return { questions: different.length, votes: voted.length, watches: watches.rows.length };
}

function deletionsOf(
  table: 'questions' | 'feedback',
  column: 'asker' | 'voter',
  pseudonyms: readonly string[],
): InStatement[] {
  return Array.from({ length: Math.ceil(pseudonyms.length / AT_ONCE) }, (_, part) => {
    const args = pseudonyms.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
    return { sql: `DELETE FROM ${table} WHERE ${column} IN (${args.map(() => '?').join(', ')})`, args };
  });
}

/** Lists the guilds that have anything to delete. */
export async function guildsKept(store: Store): Promise<string[]> {
  const each = TABLES_OF_GUILDS.map((table) => `SELECT guild FROM ${table} WHERE guild IS NOT NULL`);
  const { rows } = await store.execute(`${each.join(' UNION ')} ORDER BY guild`);
  return rows.map(({ guild }) => String(guild));
}

/**
 * Deletes questions, votes, counts and replies that are older than a number of days.
 * @param now milliseconds since 1970
 */
export async function forgetOld(store: Store, now: number, days: number): Promise<void> {
  // Only the day is known, so a day that began before the limit is deleted whole: nothing is kept longer than
  // allowed.
  const last = dayOf(new Date(now - days * DAY));
  await forgetOldReplies(store, now, days);
  await forgetOldInteractions(store, now);
  await store.erase(
    ['questions', 'feedback', 'tallies'].map((table) => ({
      sql: `DELETE FROM ${table} WHERE day <= ?`,
      args: [last],
    })),
  );
}
