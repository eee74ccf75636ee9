import { z } from 'zod';
import type { Store } from './store.js';

/*
 * Processes that share a store use leases to agree on who does what. A lease has one holder, who renews it
 * while alive; after that it runs out and another process takes it. The database's clock counts, so the
 * machines' clocks may differ.
 */

/** A task that one process has taken on for now. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
}

/** The database's clock, in milliseconds since 1970. */
export const CLOCK = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

/**
 * Takes a free lease, or renews one that the holder has.
 * @param length in milliseconds
 * @returns false if somebody else holds it
 */
export async function holdLease(store: Store, { name, holder }: Lease, length: number): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `INSERT INTO leases (name, holder, held_until) VALUES (?, ?, ${CLOCK} + ?)
          ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
          WHERE leases.holder = excluded.holder OR leases.held_until <= ${CLOCK}`,
    args: [name, holder, length],
  });
  return rowsAffected === 1;
}

/** Renews all leases of a holder, even those that have run out if nobody took them. */
export async function renewLeases(store: Store, holder: string, length: number): Promise<void> {
  await store.execute({
    sql: `UPDATE leases SET held_until = ${CLOCK} + ? WHERE holder = ?`,
    args: [length, holder],
  });
}

/** Gives a lease back. Does nothing if somebody else holds it. */
export async function releaseLease(store: Store, { name, holder }: Lease): Promise<void> {
  await store.execute({ sql: 'DELETE FROM leases WHERE name = ? AND holder = ?', args: [name, holder] });
}

const row = z.object({ name: z.string(), holder: z.string() });

/** Reads the leases that are held now, sorted by name. */
export async function readLeases(store: Store): Promise<Lease[]> {
  const { rows } = await store.execute(
    `SELECT name, holder FROM leases WHERE held_until > ${CLOCK} ORDER BY name`,
  );
  return rows.map((each) => row.parse(each));
}

/**
 * Removes leases that ran out at least `age` milliseconds ago, left behind by processes that are gone for
 * good.
 */
export async function forgetOldLeases(store: Store, age: number): Promise<void> {
  await store.execute({ sql: `DELETE FROM leases WHERE held_until <= ${CLOCK} - ?`, args: [age] });
}
