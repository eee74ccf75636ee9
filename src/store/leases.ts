import { z } from 'zod';
import type { Store } from './store.js';

/*
 * Several processes over one store agree by leases on who does what: a lease has one holder, who renews it while alive;
 * when that ends, it runs out and another takes it. The clock is the database's, so those of the machines may differ.
 */

/** Something that one process has taken upon itself, for now. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
}

/** The database's clock, in milliseconds since 1970. */
const CLOCK = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

/**
 * Takes a lease that is free, or renews one's own.
 * @param length in milliseconds
 * @returns false when somebody else holds it
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

/** Renews everything that somebody holds, also what ran out and nobody took. */
export async function renewLeases(store: Store, holder: string, length: number): Promise<void> {
  await store.execute({
    sql: `UPDATE leases SET held_until = ${CLOCK} + ? WHERE holder = ?`,
    args: [length, holder],
  });
}

/** Gives a lease back; nothing happens when it is somebody else's. */
export async function releaseLease(store: Store, { name, holder }: Lease): Promise<void> {
  await store.execute({ sql: 'DELETE FROM leases WHERE name = ? AND holder = ?', args: [name, holder] });
}

const row = z.object({ name: z.string(), holder: z.string() });

/** The leases that hold now, by name. */
export async function readLeases(store: Store): Promise<Lease[]> {
  const { rows } = await store.execute(
    `SELECT name, holder FROM leases WHERE held_until > ${CLOCK} ORDER BY name`,
  );
  return rows.map((each) => row.parse(each));
}

/** Removes what ran out so many milliseconds ago: what processes that are gone for good have left. */
export async function forgetOldLeases(store: Store, age: number): Promise<void> {
  await store.execute({ sql: `DELETE FROM leases WHERE held_until <= ${CLOCK} - ?`, args: [age] });
}
