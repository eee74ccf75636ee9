import path from 'node:path';
import {
  type Client,
  createClient,
  type InStatement,
  type ResultSet,
  type TransactionMode,
  type Value,
} from '@libsql/client';
import { makeFolder } from '../make-folder.js';
import { shownAddress, withShownAddresses } from '../shown-address.js';
import { UserError } from '../user-error.js';
import { MIGRATIONS, type Migration } from './migrations.js';

/** The small durable state: a libsql database, up to date with every migration. */
export interface Store {
  execute(statement: InStatement): Promise<Results>;
  /** Executes all of the statements, or none. */
  batch(statements: InStatement[], mode?: TransactionMode): Promise<Results[]>;
  close(): void;
}

/** What a statement gives; rows by the names of their columns. */
export type Results = Omit<ResultSet, 'toJSON' | 'rows'> & {
  readonly rows: readonly Readonly<Record<string, Value>>[];
};

export interface StoreAddress {
  /** `file:data/clippings.db`, `:memory:`, or `libsql://…` for a database that a fleet shares. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** How long a remote database may take to answer, in milliseconds. */
  readonly patience?: number;
}

/** How long a write waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 5_000;
/** Members wait for some of the answers; a network that swallows requests must not keep them for ever. */
const PATIENCE = 10_000;

/**
 * Opens the database, creating the file and its folder if need be, and brings it up to date.
 * Safe when several processes do so at once.
 * @throws UserError `store-unreachable` when it cannot be opened
 */
export async function openStore({ url, authToken, patience = PATIENCE }: StoreAddress): Promise<Store> {
  let client: Client | undefined;
  try {
    if (url.startsWith('file:')) await makeFolder(path.dirname(path.resolve(filePath(url))));
    client = createClient({
      url,
      timeout: BUSY_TIMEOUT,
      fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(patience) }),
      ...(authToken ? { authToken } : {}),
    });
    // WAL: readers never wait for a writer, and a commit survives a kill -9.
    if (client.protocol === 'file') await client.execute('PRAGMA journal_mode = WAL');
    await migrate(client, MIGRATIONS);
    return client;
  } catch (error) {
    client?.close();
    const message = error instanceof Error ? error.message : String(error);
    const reason = withShownAddresses(message);
    throw new UserError(
      'store-unreachable',
      `The database at ${shownAddress(url)} cannot be opened: ${reason.replace(/\.$/, '')}.`,
      'Check STORE_URL (and STORE_AUTH_TOKEN for a remote database), and that its folder can be written.',
      // Whoever logs this logs its cause.
      reason === message ? { cause: error } : {},
    );
  }
}

/** Applies the migrations that this database has not seen, each whole or not at all. */
export async function migrate(client: Store, migrations: readonly Migration[]): Promise<void> {
  await client.execute(
    'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied TEXT NOT NULL) STRICT',
  );
  for (const { name, statements } of migrations) {
    if (await isApplied(client, name)) continue;
    // The name is the primary key: of two processes that start together, one applies and the other fails here.
    const record = { sql: 'INSERT INTO migrations VALUES (?, ?)', args: [name, new Date().toISOString()] };
    try {
      await client.batch([record, ...statements], 'write');
    } catch (error) {
      if (!(await isApplied(client, name))) throw error;
    }
  }
}

async function isApplied(client: Store, name: string): Promise<boolean> {
  const known = await client.execute({ sql: 'SELECT 1 FROM migrations WHERE name = ?', args: [name] });
  return known.rows.length > 0;
}

function filePath(url: string): string {
  return url.replace(/^file:(?:\/\/(?=\/))?/, '').replace(/\?.*$/, '');
}
