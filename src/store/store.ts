import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Client, InStatement, ResultSet, TransactionMode, Value } from '@libsql/client';
import { makeFolder } from '../make-folder.js';
import { shownAddress, withShownAddresses } from '../shown-address.js';
import { UserError } from '../user-error.js';
import { DatabaseFile } from './database-file.js';
import { MIGRATIONS, type Migration } from './migrations.js';
import { openPseudonymKey, replaceKeyFile } from './pseudonyms/pseudonym-key.js';
import { type PseudonymOf, pseudonyms } from './pseudonyms/pseudonyms.js';
import { troubleOf } from './store-trouble.js';

/** The bot's small durable state: a libsql database with every migration applied. */
export interface Store {
  execute(statement: InStatement): Promise<Results>;
  /** Executes all of the statements, or none. */
  batch(statements: InStatement[], mode?: TransactionMode): Promise<Results[]>;
  /** Executes a write whose outcome nobody needs. It may be done later, see `patientStore`. */
  record(statement: InStatement): Promise<void>;
  /** Resolves when everything that was recorded is written. */
  settled(): Promise<void>;
  /** Runs deletions so that no trace of the rows stays in a file. */
  erase(deletions: InStatement[]): Promise<void>;
  close(): void;
  readonly pseudonymOf: PseudonymOf;
}

type Database = Pick<Store, 'execute' | 'batch'>;

/** A store in the thread that opened it. */
export interface OpenedStore extends Store {
  /** The key of its pseudonyms. */
  readonly key: string;
  /** Puts another key beside its file, see `replaceKeyFile`. */
  replaceKeyFile(key: string): Promise<void>;
}

/** The results of a statement, with rows as objects by column name. */
export type Results = Omit<ResultSet, 'toJSON' | 'rows'> & {
  readonly rows: readonly Readonly<Record<string, Value>>[];
};

export interface StoreAddress {
  /** `file:data/clippings.db`, `:memory:`, or `libsql://…` for a database that a fleet shares. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** How long a remote database may take to answer, in milliseconds. */
  readonly patience?: number;
  /** How long a write waits for another process that is writing to the file, in milliseconds. */
  readonly busyTimeout?: number;
  /** Writes the file anew when it is removed. To be set for one of those in a process who have it open. */
  readonly rescues?: boolean;
}

/** Default for `busyTimeout`. */
const BUSY_TIMEOUT = 5_000;
/**
 * Default for `patience`. Members wait for some of the answers, so a network that swallows requests must not
 * keep them for ever.
 */
const PATIENCE = 10_000;

/** Readers never wait for a writer, and a commit survives a kill -9. The file remembers it. */
const WRITE_AHEAD = 'PRAGMA journal_mode = WAL';

/**
 * Opens the database, creates its file and folder if necessary, and applies new migrations. Several processes
 * may safely do so at once.
 * @param tell is given lines that the operator should read
 * @throws UserError `store-unreachable` when it cannot be opened, or see `troubleOf`; `pseudonym-key` when its key cannot
 * be read or made
 */
export async function openStore(
  { url, authToken, patience = PATIENCE, busyTimeout = BUSY_TIMEOUT, rescues = false }: StoreAddress,
  tell: (line: string) => void = () => {},
): Promise<OpenedStore> {
  let client: Client | undefined;
  try {
    if (url.startsWith('file:')) await makeFolder(path.dirname(path.resolve(filePath(url))));
    const { createClient } = await engineOf(url);
    client = createClient({
      url,
      timeout: busyTimeout,
      // The pragmas below hold for one connection to a file, and its engine makes no use of more.
      ...(url.startsWith('file:') ? { concurrency: 1 } : {}),
      fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(patience) }),
      ...(authToken ? { authToken } : {}),
    });
    await prepare(client);
    if (client.protocol === 'file') await client.execute(WRITE_AHEAD);
    await migrate(client, MIGRATIONS);
    const key = await openPseudonymKey(client);
    const file = url.startsWith('file:') ? path.resolve(filePath(url)) : null;
    const adopt = async (adopted: Client): Promise<void> => {
      await adopted.execute(WRITE_AHEAD);
      await migrate(adopted, MIGRATIONS);
      // Beside a file that was removed, the key was removed too.
      if (rescues && !existsSync(`${file}-key`)) await replaceKeyFile(adopted, key);
    };
    const followed = file === null ? null : new DatabaseFile(client, file, { prepare, adopt, rescues, tell });
    return storeOf(client, key, followed);
  } catch (error) {
    client?.close();
    if (error instanceof UserError) throw error;
    const trouble = troubleOf(error, `The database at ${shownAddress(url)}`);
    // Whatever cannot be found or read is more likely a wrong address.
    if (trouble !== null && trouble.code !== 'store-unreadable') throw trouble;
    const message = error instanceof Error ? error.message : String(error);
    const reason = withShownAddresses(message);
    throw new UserError(
      'store-unreachable',
      `The database at ${shownAddress(url)} cannot be opened: ${reason.replace(/\.$/, '')}.`,
      'Check STORE_URL (and STORE_AUTH_TOKEN for a remote database), and that its folder can be written.',
      // Whoever logs this error logs its cause too.
      reason === message ? { cause: error } : {},
    );
  }
}

/** What talks to a database of this address. The engine for files comes without all that talks to others on the network. */
function engineOf(url: string): Promise<Pick<typeof import('@libsql/client'), 'createClient'>> {
  const isHere = url.startsWith('file:') || url === ':memory:';
  return isHere ? import('@libsql/client/sqlite3') : import('@libsql/client');
}

/** Makes a connection ready that was just opened. */
async function prepare(client: Client): Promise<void> {
  // Deleted rows are overwritten. It holds for one connection.
  if (client.protocol === 'file') await client.execute('PRAGMA secure_delete = ON');
}

/** @param file null if it is in memory or on the network */
function storeOf(client: Client, key: string, file: DatabaseFile | null): OpenedStore {
  const use = <T>(work: () => Promise<T>): Promise<T> => (file === null ? inWords(work) : file.use(work));
  const execute: Store['execute'] = (statement) => use(() => client.execute(statement));
  const batch: Store['batch'] = (statements, mode) => use(() => client.batch(statements, mode));
  return {
    execute,
    batch,
    record: async (statement) => {
      await execute(statement);
    },
    settled: async () => {},
    erase: async (deletions) => {
      await batch(deletions, 'write');
      // The write-ahead log still holds what was written; truncating it removes that.
      if (client.protocol === 'file') await execute('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    close: () => client.close(),
    pseudonymOf: pseudonyms(key),
    key,
    replaceKeyFile: (other) => replaceKeyFile(client, other),
  };
}

/** @throws UserError see `troubleOf` */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw troubleOf(error) ?? error;
  }
}

/** Applies the migrations that this database has not seen, each whole or not at all. */
export async function migrate(client: Database, migrations: readonly Migration[]): Promise<void> {
  await client.execute(MIGRATIONS_TABLE);
  for (const migration of migrations) {
    if (await isApplied(client, migration.name)) continue;
    try {
      await client.batch(stepsOf(migration), 'write');
    } catch (error) {
      if (!(await isApplied(client, migration.name))) throw error;
    }
  }
}

/** Remembers the migrations that were applied. */
export const MIGRATIONS_TABLE =
  'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied TEXT NOT NULL) STRICT';

/**
 * The statements of a migration, with the one that remembers it. The name is the primary key: if two processes apply it
 * at once, one of them fails.
 */
export function stepsOf({ name, statements }: Migration): InStatement[] {
  return [
    { sql: 'INSERT INTO migrations VALUES (?, ?)', args: [name, new Date().toISOString()] },
    ...statements,
  ];
}

async function isApplied(client: Database, name: string): Promise<boolean> {
  const known = await client.execute({ sql: 'SELECT 1 FROM migrations WHERE name = ?', args: [name] });
  return known.rows.length > 0;
}

function filePath(url: string): string {
  return url.replace(/^file:(?:\/\/(?=\/))?/, '').replace(/\?.*$/, '');
}
