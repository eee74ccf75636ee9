import { z } from 'zod';
import type { Store } from './store.js';

/**
 * The state of a digest. What the states mean and how they follow each other is decided in
 * discord/digests/delivery.ts.
 */
const SEND_STATES = ['claimed', 'waiting', 'sent', 'empty', 'skipped', 'failed'] as const;
export type SendState = (typeof SEND_STATES)[number];

/** One digest that was due. Times are in milliseconds since 1970. */
export interface DigestSend {
  readonly guild: string;
  readonly due: number;
  readonly channel: string;
  readonly period: string;
  readonly state: SendState;
  readonly attempts: number;
  /** When it may first have reached Discord; null if it never did. */
  readonly tried: number | null;
  readonly nextTry: number | null;
  readonly message: string | null;
  /** Why it did not go out (yet), for people. */
  readonly reason: string | null;
}

export type DueDigest = Pick<DigestSend, 'guild' | 'due' | 'channel' | 'period'>;

/** The process that holds a digest, from when and for how long. */
export interface Hold {
  readonly holder: string;
  readonly now: number;
  /** In milliseconds. When it has run out, another process may take the digest. */
  readonly lease: number;
}

const row = z
  .object({
    guild: z.string(),
    due: z.number(),
    channel: z.string(),
    period: z.string(),
    state: z.enum(SEND_STATES),
    attempts: z.number(),
    tried: z.number().nullable(),
    next_try: z.number().nullable(),
    message: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .transform(({ next_try, ...rest }): DigestSend => ({ ...rest, nextTry: next_try }));

/**
 * Claims a digest that nobody has claimed before. If several processes ask at once, one gets it; the others
 * get null.
 */
export async function claimDigest(
  store: Store,
  { guild, due, channel, period }: DueDigest,
  { holder, now, lease }: Hold,
): Promise<DigestSend | null> {
  const { rows } = await store.execute({
    sql: `INSERT INTO digest_sends (guild, due, channel, period, state, holder, held_until, attempts)
          VALUES (?, ?, ?, ?, 'claimed', ?, ?, 1) ON CONFLICT DO NOTHING RETURNING *`,
    args: [guild, due, channel, period, holder, now + lease],
  });
  return rows[0] === undefined ? null : row.parse(rows[0]);
}

/** Takes over a digest whose holder is gone, or whose next attempt is due. Returns null if there is none. */
export async function reclaimDigest(store: Store, { holder, now, lease }: Hold): Promise<DigestSend | null> {
  const { rows } = await store.execute({
    sql: `UPDATE digest_sends SET state = 'claimed', holder = ?, held_until = ?, attempts = attempts + 1
          WHERE (guild, due) = (
            SELECT guild, due FROM digest_sends
            WHERE (state = 'claimed' AND held_until <= ?) OR (state = 'waiting' AND next_try <= ?)
            ORDER BY due LIMIT 1)
          RETURNING *`,
    args: [holder, now + lease, now, now],
  });
  return rows[0] === undefined ? null : row.parse(rows[0]);
}

/**
 * Records, before a digest is sent, that it may be in Discord from now on. Returns false if another process
 * has taken it over.
 */
export async function recordTry(
  store: Store,
  { guild, due }: DueDigest,
  { holder, now, lease }: Hold,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `UPDATE digest_sends SET tried = COALESCE(tried, ?), held_until = ?
          WHERE guild = ? AND due = ? AND state = 'claimed' AND holder = ?`,
    args: [now, now + lease, guild, due, holder],
  });
  return rowsAffected === 1;
}

export interface SendOutcome {
  readonly state: Exclude<SendState, 'claimed'>;
  readonly message?: string;
  readonly reason?: string;
  readonly nextTry?: number;
}

/** Records the outcome of a digest. Returns false if another process has taken it over. */
export async function recordOutcome(
  store: Store,
  { guild, due }: DueDigest,
  holder: string,
  { state, message, reason, nextTry }: SendOutcome,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `UPDATE digest_sends SET state = ?, message = ?, reason = ?, next_try = ?
          WHERE guild = ? AND due = ? AND state = 'claimed' AND holder = ?`,
    args: [state, message ?? null, reason ?? null, nextTry ?? null, guild, due, holder],
  });
  return rowsAffected === 1;
}

/** Reads a guild's digests, newest first. */
export async function lastDigests(store: Store, guild: string, limit: number): Promise<DigestSend[]> {
  const { rows } = await store.execute({
    sql: 'SELECT * FROM digest_sends WHERE guild = ? ORDER BY due DESC LIMIT ?',
    args: [guild, limit],
  });
  return rows.map((each) => row.parse(each));
}

/** Gives up the digests of a guild that are still waiting for another attempt. */
export async function abandonDigests(store: Store, guild: string, reason: string): Promise<void> {
  await store.execute({
    sql: `UPDATE digest_sends SET state = 'failed', reason = ?, next_try = NULL WHERE guild = ? AND state = 'waiting'`,
    args: [reason, guild],
  });
}

export async function forgetOldDigests(store: Store, before: number): Promise<void> {
  await store.execute({
    sql: `DELETE FROM digest_sends WHERE due < ? AND state NOT IN ('claimed', 'waiting')`,
    args: [before],
  });
}
