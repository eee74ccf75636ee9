import { z } from 'zod';
import { CLOCK } from './leases.js';
import type { Store } from './store.js';

/** For how long Discord takes an answer to an interaction, in milliseconds. */
export const TOKEN_LIFE = 15 * 60 * 1000;

/** What is needed to answer an interaction. What was asked is not kept. */
export interface ClaimedInteraction {
  readonly interaction: string;
  readonly application: string;
  readonly token: string;
}

/**
 * Claims an interaction. Returns false if it was claimed before, by another process.
 * @param holder the process that answers it
 */
export async function claimInteraction(
  store: Store,
  { interaction, application, token }: ClaimedInteraction,
  now: number,
  holder: string,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `INSERT INTO interactions (interaction, application, token, holder, claimed) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING`,
    args: [interaction, application, token, holder, now],
  });
  return rowsAffected === 1;
}

/** Records that an interaction is answered, and drops its token. */
export async function settleInteraction(store: Store, interaction: string): Promise<void> {
  await store.record({
    sql: 'UPDATE interactions SET token = NULL WHERE interaction = ?',
    args: [interaction],
  });
}

const abandoned = z.object({
  interaction: z.string(),
  application: z.string(),
  token: z.string(),
  holder: z.string(),
});

/** An interaction whose answer was under way when the process died. */
export type AbandonedInteraction = z.output<typeof abandoned>;

/**
 * Lists the interactions that are held by processes without a lease and can still be answered.
 * @param now milliseconds since 1970
 */
export async function abandonedInteractions(store: Store, now: number): Promise<AbandonedInteraction[]> {
  const { rows } = await store.execute({
    sql: `SELECT interaction, application, token, holder FROM interactions
          WHERE token IS NOT NULL AND claimed > ?
          AND holder NOT IN (SELECT holder FROM leases WHERE held_until > ${CLOCK}) ORDER BY claimed`,
    args: [now - TOKEN_LIFE],
  });
  return rows.map((row) => abandoned.parse(row));
}

/** Takes an abandoned interaction over. Returns false if another process was faster. */
export async function takeInteraction(
  store: Store,
  { interaction, holder }: AbandonedInteraction,
  to: string,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: 'UPDATE interactions SET holder = ? WHERE interaction = ? AND holder = ? AND token IS NOT NULL',
    args: [to, interaction, holder],
  });
  return rowsAffected === 1;
}

/** Deletes the interactions that nobody can answer any more. */
export async function forgetOldInteractions(store: Store, now: number): Promise<void> {
  await store.execute({ sql: 'DELETE FROM interactions WHERE claimed <= ?', args: [now - TOKEN_LIFE] });
}
