import type { Store } from './store.js';

/** Our answer to a message. */
export interface Reply {
  readonly channel: string;
  /** Null when it is not known to have been sent. */
  readonly reply: string | null;
  /** When the message was first seen, in milliseconds since 1970. */
  readonly claimed: number;
}

/** How long we remember which message we answered with which: 30 days, in milliseconds. */
const REMEMBERED_FOR = 30 * 24 * 60 * 60 * 1000;

/** Takes a message to answer. False when it was taken before: by an event sent twice, or by another process. */
export async function claimMessage(
  store: Store,
  message: string,
  channel: string,
  now: number,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: 'INSERT INTO replies (message, channel, claimed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    args: [message, channel, now],
  });
  return rowsAffected === 1;
}

export async function recordReply(store: Store, message: string, reply: string): Promise<void> {
  await store.execute({ sql: 'UPDATE replies SET reply = ? WHERE message = ?', args: [reply, message] });
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

export async function forgetOldReplies(store: Store, now: number): Promise<void> {
  await store.execute({ sql: 'DELETE FROM replies WHERE claimed < ?', args: [now - REMEMBERED_FOR] });
}
