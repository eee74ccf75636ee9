import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import { openStore } from '../../../../src/store/store.js';
import { type Findings, type Orders, storeUrl, type Trial } from '../points.js';
import { FIRST_DUE, faultsOf, trialFolder } from './trial-folder.js';

const OLD = fileURLToPath(new URL('../../../../test/store/version-0.2.0.sql', import.meta.url));

/** Whether a database of an older version comes out of a broken migration as out of a whole one. */
export class MigrationTrial implements Trial {
  readonly #folder = trialFolder();

  private constructor(private readonly expected: readonly string[]) {}

  static async start(): Promise<MigrationTrial> {
    const folder = trialFolder();
    await makeOld(folder);
    const expected = await contentsOf(folder);
    rmSync(folder, { recursive: true });
    return new MigrationTrial(expected.lines);
  }

  async begin(round: number): Promise<Orders> {
    await makeOld(this.#folder);
    return { folder: this.#folder, round, now: FIRST_DUE, remove: [] };
  }

  told(): void {
    // What counts is what the next process finds.
  }

  async look(): Promise<Findings> {
    const { lines, faults } = await contentsOf(this.#folder);
    const missing = this.expected.filter((line) => !lines.includes(line));
    const surplus = lines.filter((line) => !this.expected.includes(line));
    return {
      lost: [...faults, ...missing],
      doubled: lines.length > this.expected.length ? surplus : [],
    };
  }

  async end(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Makes the database of an older version, in place of what is there. */
async function makeOld(folder: string): Promise<void> {
  const file = storeUrl(folder).replace('file:', '');
  for (const part of ['', '-wal', '-shm', '-key']) rmSync(`${file}${part}`, { force: true });
  const old = createClient({ url: storeUrl(folder) });
  await old.execute('PRAGMA journal_mode = WAL');
  await old.executeMultiple(readFileSync(OLD, 'utf8'));
  old.close();
}

/** Opens a database as every start does, and lists its schema and rows. */
async function contentsOf(folder: string): Promise<{ lines: string[]; faults: string[] }> {
  const store = await openStore({ url: storeUrl(folder) });
  const { rows: schema } = await store.execute(
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT GLOB 'sqlite_*' ORDER BY name",
  );
  const lines = schema.map((row) => JSON.stringify(row));
  for (const { type, name } of schema) {
    if (type !== 'table') continue;
    // When they were applied differs each time.
    const columns = name === 'migrations' ? 'name' : '*';
    const { rows } = await store.execute(`SELECT ${columns} FROM ${String(name)}`);
    lines.push(...rows.map((row) => `${String(name)} ${JSON.stringify(row)}`));
  }
  const faults = await faultsOf(store);
  store.close();
  return { lines, faults };
}
