import { createHash } from 'node:crypto';
import type { InStatement } from '@libsql/client';
import { z } from 'zod';
import { UserError } from '../../user-error.js';
import { guildsKept } from '../forgetting.js';
import { MIGRATIONS, type Migration } from '../migrations.js';
import { KEY } from '../pseudonyms/pseudonym-key.js';
import { MIGRATIONS_TABLE, type OpenedStore, type Store, stepsOf } from '../store.js';

/*
 * A backup is text, a line of JSON for each row, and holds no SQL: it can be restored into any database of any later
 * version, on a disk or on the network. Lines: what it is; for each table its columns, then its rows; last the number of
 * rows and a hash of all lines before.
 */

const header = z.object({
  format: z.literal('clippings backup'),
  version: z.literal(1),
  made: z.iso.datetime(),
  /** The migrations that its rows are in the shape of. */
  migrations: z.array(z.string()),
  key: z.string().regex(KEY),
});
const name = z.string().regex(/^[a-z_]+$/);
const table = z.object({ table: name, columns: z.array(name).min(1) });
const row = z.array(z.union([z.string(), z.number(), z.null()]));
const ending = z.object({ rows: z.number(), sha256: z.string() });

interface Rows extends z.output<typeof table> {
  readonly rows: z.output<typeof row>[];
}

/** A backup that was read and found sound. */
export interface Backup extends z.output<typeof header> {
  readonly tables: readonly Rows[];
}

/**
 * Tables that are not kept: what was applied and the key stand in the first line; the rest is true for seconds, and
 * holds the tokens of commands.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['migrations', 'keys', 'leases', 'interactions']);

/**
 * Writes the whole store as lines. All rows are as they were at one moment, also while a bot writes.
 * @param made when, ISO 8601
 */
export async function backupLines(store: OpenedStore, made: string): Promise<string[]> {
  const tables = (await tablesOf(store)).filter((each) => !LEFT_OUT.has(each));
  const [applied, ...contents] = await store.batch(
    ['SELECT name FROM migrations', ...tables.map((each) => `SELECT * FROM ${each}`)],
    'read',
  );
  const migrations = applied?.rows.map((each) => String(each.name)) ?? [];
  const lines = [
    JSON.stringify({ format: 'clippings backup', version: 1, made, migrations, key: store.key }),
  ];
  let rows = 0;
  for (const [at, { columns, rows: found }] of contents.entries()) {
    lines.push(JSON.stringify({ table: tables[at], columns }));
    for (const each of found) lines.push(JSON.stringify(row.parse(columns.map((column) => each[column]))));
    rows += found.length;
  }
  return [...lines, JSON.stringify({ rows, sha256: hashOf(lines) })];
}

/**
 * Reads a backup.
 * @throws UserError `backup-foreign` if it is none, `backup-newer` if a later version made it, `backup-damaged` if it is
 * not whole
 */
export function readBackup(lines: readonly string[]): Backup {
  const first = header.safeParse(parsed(lines[0]));
  if (!first.success) throw new UserError('backup-foreign', 'This is no backup of Clippings.');
  const known = new Set(MIGRATIONS.map((migration) => migration.name));
  if (first.data.migrations.some((each) => !known.has(each))) {
    throw new UserError(
      'backup-newer',
      'This backup was made by a newer version of Clippings.',
      'Update this one, then restore it.',
    );
  }
  const last = ending.safeParse(parsed(lines.at(-1)));
  if (!last.success) throw damaged('its end is missing');
  if (last.data.sha256 !== hashOf(lines.slice(0, -1))) throw damaged('it was changed after it was made');
  const tables: Rows[] = [];
  for (const line of lines.slice(1, -1)) {
    const value = parsed(line);
    if (!Array.isArray(value)) tables.push({ ...table.parse(value), rows: [] });
    else tables.at(-1)?.rows.push(row.parse(value));
  }
  return { ...first.data, tables };
}

/** What was under way when a backup was made is not done again: it may have been finished since. */
const NOTHING_UNDER_WAY: readonly string[] = [
  'UPDATE replies SET holder = NULL',
  'UPDATE feeds SET claimed_from = NULL',
  `UPDATE digest_sends SET state = 'skipped', reason = 'a backup was restored before it went out'
   WHERE state IN ('claimed', 'waiting')`,
  `UPDATE alert_messages SET state = 'failed', reason = 'a backup was restored before it went out'
   WHERE state IN ('claimed', 'waiting')`,
  'DELETE FROM alerts WHERE message IS NULL',
];

/**
 * Puts a backup in the place of all that a store holds: all of it, or nothing if something fails. The store has to be
 * opened anew afterwards. Digests that were due before now are not sent, as they may have been.
 * @param now milliseconds since 1970
 */
export async function restoreBackup(store: OpenedStore, backup: Backup, now: number): Promise<void> {
  const isOld = (migration: Migration): boolean => backup.migrations.includes(migration.name);
  const tables = await tablesOf(store);
  const { rows: keysWithin } = await store.execute('SELECT 1 FROM keys');
  const isKeyWithin = keysWithin.length > 0;
  // First, so that a restore that is cut off can be repeated. Until then the rows have a key that is not theirs.
  if (!isKeyWithin) await store.replaceKeyFile(backup.key);
  try {
    await store.erase([
      ...tables.map((each) => `DROP TABLE ${each}`),
      MIGRATIONS_TABLE,
      ...MIGRATIONS.filter(isOld).flatMap(stepsOf),
      ...backup.tables.flatMap(insertions),
      ...MIGRATIONS.filter((migration) => !isOld(migration)).flatMap(stepsOf),
      ...NOTHING_UNDER_WAY,
      { sql: 'UPDATE digest_schedules SET since = ?', args: [now] },
      ...(isKeyWithin
        ? [{ sql: "INSERT INTO keys (name, key) VALUES ('pseudonyms', ?)", args: [backup.key] }]
        : []),
    ]);
  } catch (error) {
    if (!isKeyWithin) await store.replaceKeyFile(store.key);
    throw error;
  }
}

/** How many servers and feeds a store knows: what would be lost if something else took its place. */
export async function storeContents(
  store: Store,
): Promise<{ readonly servers: number; readonly feeds: number }> {
  const { rows } = await store.execute('SELECT count(*) AS feeds FROM feeds');
  return { servers: (await guildsKept(store)).length, feeds: Number(rows[0]?.feeds) };
}

/** How many rows a statement inserts. */
const AT_ONCE = 500;

function insertions({ table: into, columns, rows }: Rows): InStatement[] {
  const values = columns.map((_, at) => `json_extract(value, '$[${at}]')`);
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) => ({
    sql: `INSERT INTO ${into} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?)`,
    args: [JSON.stringify(rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE))],
  }));
}

async function tablesOf(store: Pick<Store, 'execute'>): Promise<string[]> {
  const { rows } = await store.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_*'
     AND name NOT GLOB 'libsql_*' ORDER BY name`,
  );
  return rows.map((each) => String(each.name));
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}

function hashOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest('hex');
}

function damaged(how: string): UserError {
  return new UserError('backup-damaged', `This backup is damaged: ${how}.`, 'Take another copy of it.');
}
