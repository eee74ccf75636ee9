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
  /** Which of the guild's digests; `ON_REQUEST` for one that belongs to none of them. */
  readonly digest: number;
  readonly due: number;
  readonly channel: string;
  readonly isForum: boolean;
  readonly period: string;
  readonly state: SendState;
  readonly attempts: number;
  /** When it may first have reached Discord; null if it never did. */
  readonly tried: number | null;
  readonly nextTry: number | null;
  /** The message's id; in a forum it is also that of the post. */
  readonly message: string | null;
  /** Why it did not go out (yet), for people. */
  readonly reason: string | null;
}

export type DueDigest = Pick<DigestSend, 'guild' | 'digest' | 'due' | 'channel' | 'isForum' | 'period'>;

/** The number of a digest that somebody asked for, and that no schedule has. */
export const ON_REQUEST = 0;

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
    digest: z.number(),
    due: z.number(),
    channel: z.string(),
    is_forum: z.number().transform(Boolean),
    period: z.string(),
    state: z.enum(SEND_STATES),
    attempts: z.number(),
    tried: z.number().nullable(),
    next_try: z.number().nullable(),
    message: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .transform(
    ({ next_try, is_forum, ...rest }): DigestSend => ({ ...rest, nextTry: next_try, isForum: is_forum }),
  );

/**
 * Claims a digest that nobody has claimed before. If several processes ask at once, one gets it; the others
 * get null. So does everybody when its schedule is gone: a guild may be forgotten while its digests are being
 * claimed, and nothing may be kept of it afterwards.
 */
export async function claimDigest(
  store: Store,
  { guild, digest, due, channel, isForum, period }: DueDigest,
  { holder, now, lease }: Hold,
): Promise<DigestSend | null> {
  const { rows } = await store.execute({
    sql: `INSERT INTO digest_sends
            (guild, digest, due, channel, is_forum, period, state, holder, held_until, attempts)
          SELECT ?1, ?2, ?3, ?4, ?5, ?6, 'claimed', ?7, ?8, 1
          WHERE ?2 = ?9 OR EXISTS (SELECT 1 FROM digest_schedules WHERE guild = ?1 AND digest = ?2)
          ON CONFLICT DO NOTHING RETURNING *`,
    args: [guild, digest, due, channel, isForum ? 1 : 0, period, holder, now + lease, ON_REQUEST],
  });
  return rows[0] === undefined ? null : row.parse(rows[0]);
}

/** Takes over a digest whose holder is gone, or whose next attempt is due. Returns null if there is none. */
export async function reclaimDigest(store: Store, { holder, now, lease }: Hold): Promise<DigestSend | null> {
  const { rows } = await store.execute({
    sql: `UPDATE digest_sends SET state = 'claimed', holder = ?, held_until = ?, attempts = attempts + 1
          WHERE (guild, digest, due) = (
            SELECT guild, digest, due FROM digest_sends
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
  { guild, digest, due }: DueDigest,
  { holder, now, lease }: Hold,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `UPDATE digest_sends SET tried = COALESCE(tried, ?), held_until = ?
          WHERE guild = ? AND digest = ? AND due = ? AND state = 'claimed' AND holder = ?`,
    args: [now, now + lease, guild, digest, due, holder],
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
  { guild, digest, due }: DueDigest,
  holder: string,
  { state, message, reason, nextTry }: SendOutcome,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `UPDATE digest_sends SET state = ?, message = ?, reason = ?, next_try = ?
          WHERE guild = ? AND digest = ? AND due = ? AND state = 'claimed' AND holder = ?`,
    args: [state, message ?? null, reason ?? null, nextTry ?? null, guild, digest, due, holder],
  });
  return rowsAffected === 1;
}

/**
 * Reads what became of a guild's digests, newest first.
 * @param digest only this one of them
 */
export async function lastDigests(
  store: Store,
  guild: string,
  limit: number,
  digest: number | null = null,
): Promise<DigestSend[]> {
  const { rows } = await store.execute({
    sql: `SELECT * FROM digest_sends WHERE guild = ?1 AND (?2 IS NULL OR digest = ?2)
          ORDER BY due DESC, digest LIMIT ?3`,
    args: [guild, digest, limit],
  });
  return rows.map((each) => row.parse(each));
}

/** Gives up what of a digest is still waiting for another attempt. */
export async function abandonDigests(
  store: Store,
  guild: string,
  digest: number,
  reason: string,
): Promise<void> {
  await store.execute({
    sql: `UPDATE digest_sends SET state = 'failed', reason = ?, next_try = NULL
          WHERE guild = ? AND digest = ? AND state = 'waiting'`,
    args: [reason, guild, digest],
  });
}

export async function forgetOldDigests(store: Store, before: number): Promise<void> {
  await store.execute({
    sql: `DELETE FROM digest_sends WHERE due < ? AND state NOT IN ('claimed', 'waiting')`,
    args: [before],
  });
}

/**
 * Forgets what only a wrong clock can have made of digests that nobody tried to send: outcomes before they are due,
 * and that they are too old while they are not.
 * @param now milliseconds since 1970, by a clock that is right
 * @param latest how late a digest may be in milliseconds before it is skipped
 * @param differ how far the clocks of processes that share the store may differ in milliseconds
 */
export async function forgetWrongOutcomes(
  store: Store,
  now: number,
  latest: number,
  differ: number,
): Promise<void> {
  await store.execute({
    sql: `DELETE FROM digest_sends WHERE tried IS NULL AND (due > ? OR (state = 'skipped' AND due > ?))`,
    args: [now + differ, now - latest],
  });
}
