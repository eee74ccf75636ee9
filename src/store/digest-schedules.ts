import { z } from 'zod';
import type { Store } from './store.js';

/** When and where a guild gets its digest. */
export interface DigestSchedule {
  readonly guild: string;
  readonly channel: string;
  readonly hour: number;
  readonly minute: number;
  readonly zone: string;
  /** 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[];
  /** Whether a day without articles gets a line. */
  readonly quietLine: boolean;
  /** When it was set, in milliseconds since 1970: nothing is due before. */
  readonly since: number;
}

const row = z
  .object({
    guild: z.string(),
    channel: z.string(),
    hour: z.number(),
    minute: z.number(),
    zone: z.string(),
    days: z.string().transform((text) => z.array(z.number()).parse(JSON.parse(text))),
    quiet_line: z.number().transform(Boolean),
    since: z.number(),
  })
  .transform(({ quiet_line, ...rest }): DigestSchedule => ({ ...rest, quietLine: quiet_line }));

export async function readDigestSchedules(store: Store): Promise<DigestSchedule[]> {
  const { rows } = await store.execute('SELECT * FROM digest_schedules ORDER BY guild');
  return rows.map((each) => row.parse(each));
}

export async function readDigestSchedule(store: Store, guild: string): Promise<DigestSchedule | null> {
  const { rows } = await store.execute({
    sql: 'SELECT * FROM digest_schedules WHERE guild = ?',
    args: [guild],
  });
  return rows[0] === undefined ? null : row.parse(rows[0]);
}

/** Sets a guild's schedule, replacing the previous one. */
export async function writeDigestSchedule(store: Store, schedule: DigestSchedule): Promise<void> {
  const { guild, channel, hour, minute, zone, days, quietLine, since } = schedule;
  await store.execute({
    sql: 'INSERT OR REPLACE INTO digest_schedules VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    args: [guild, channel, hour, minute, zone, JSON.stringify(days), quietLine ? 1 : 0, since],
  });
}

/** @returns false when the guild had none */
export async function deleteDigestSchedule(store: Store, guild: string): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: 'DELETE FROM digest_schedules WHERE guild = ?',
    args: [guild],
  });
  return rowsAffected === 1;
}
