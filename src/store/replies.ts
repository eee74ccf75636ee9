import type { InStatement } from '@libsql/client';
import { z } from 'zod';
import { CLOCK } from './leases.js';
import type { Store } from './store.js';

/** Our answer to a message. */
export interface Reply {
  readonly channel: string;
  /** Null when it is not known to have been sent. */
  readonly reply: string | null;
  /** When the message was first seen, in milliseconds since 1970. */
  readonly claimed: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** The maximum number of days for which we remember which message we answered with which. */
const REMEMBERED_FOR = 30;

export interface ClaimedMessage {
  readonly message: string;
  /** Null in direct messages. */
  readonly guild: string | null;
  readonly channel: string;
}

/**
 * Claims a message to answer. Returns false if it was claimed before: by an event that was sent twice, or by
 * another process.
 * @param holder the process that answers it; if that dies before it is settled, another takes it over
 */
export async function claimMessage(
  store: Store,
  { message, guild, channel }: ClaimedMessage,
  now: number,
  holder: string | null = null,
): Promise<boolean> {
  const { rowsAffected } = await store.execute(claim({ message, guild, channel }, now, holder));
  return rowsAffected === 1;
}

/** Notes that a message is answered, although it could not be claimed. */
export async function recordClaim(
  store: Store,
  message: ClaimedMessage,
  now: number,
  holder: string,
): Promise<void> {
  await store.record(claim(message, now, holder));
}

function claim({ message, guild, channel }: ClaimedMessage, now: number, holder: string | null): InStatement {
  return {
    sql: `INSERT INTO replies (message, guild, channel, claimed, holder) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING`,
    args: [message, guild, channel, now, holder],
  };
}

/** Records our answer to a message, which settles it. */
export async function recordReply(store: Store, message: string, reply: string): Promise<void> {
  await store.record({
    sql: 'UPDATE replies SET reply = ?, holder = NULL WHERE message = ?',
    args: [reply, message],
  });
}

/** Records that nothing more is to be said to a message. */
export async function settleMessage(store: Store, message: string): Promise<void> {
  await store.record({ sql: 'UPDATE replies SET holder = NULL WHERE message = ?', args: [message] });
}

const abandoned = z.object({
  message: z.string(),
  guild: z.string().nullable(),
  channel: z.string(),
  holder: z.string(),
});

/** A message whose answer was under way when the process died. */
export type AbandonedMessage = z.output<typeof abandoned>;

/**
 * Lists the messages that are held by processes without a lease, oldest first.
 * @param since leaves out those that were claimed before, in milliseconds since 1970
 */
export async function abandonedMessages(store: Store, since: number): Promise<AbandonedMessage[]> {
  const { rows } = await store.execute({
    sql: `SELECT message, guild, channel, holder FROM replies WHERE holder IS NOT NULL AND claimed >= ?
          AND holder NOT IN (SELECT holder FROM leases WHERE held_until > ${CLOCK}) ORDER BY claimed`,
    args: [since],
  });
  return rows.map((row) => abandoned.parse(row));
}

/** Takes an abandoned message over. Returns false if another process was faster. */
export async function takeMessage(
  store: Store,
  { message, holder }: AbandonedMessage,
  to: string,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: 'UPDATE replies SET holder = ? WHERE message = ? AND holder = ?',
    args: [to, message, holder],
  });
  return rowsAffected === 1;
}

/** Lists the direct channels in which somebody asked lately, as far as it is remembered; the last one first. */
export async function recentDirectChannels(store: Store, limit: number): Promise<string[]> {
  const { rows } = await store.execute({
    sql: `SELECT channel FROM replies WHERE guild IS NULL GROUP BY channel ORDER BY max(claimed) DESC LIMIT ?`,
    args: [limit],
  });
  return rows.map(({ channel }) => String(channel));
}

export async function findReply(store: Store, message: string): Promise<Reply | null> {
  const { rows } = await store.execute({ sql: 'SELECT * FROM replies WHERE message = ?', args: [message] });
  const [row] = rows;
  if (row === undefined) return null;
  return {
    channel: String(row.channel),
    reply: row.reply === null ? null : String(row.reply),
    claimed: Number(row.claimed),
  };
}

/** Finds the message that one of ours answers; null if that is not known (any more). */
export async function findAnsweredMessage(store: Store, reply: string): Promise<string | null> {
  const { rows } = await store.execute({ sql: 'SELECT message FROM replies WHERE reply = ?', args: [reply] });
  return rows[0] === undefined ? null : String(rows[0].message);
}

/**
 * Deletes old replies.
 * @param days to keep them for, if that is shorter than usual
 */
export async function forgetOldReplies(store: Store, now: number, days = REMEMBERED_FOR): Promise<void> {
  const before = now - Math.min(days, REMEMBERED_FOR) * DAY;
  await store.execute({ sql: 'DELETE FROM replies WHERE claimed < ?', args: [before] });
}
