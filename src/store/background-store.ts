import { Worker } from 'node:worker_threads';
import { connect } from '../rpc/connect.js';
import { pseudonyms } from './pseudonyms/pseudonyms.js';
import { openStore, type Store, type StoreAddress } from './store.js';

/** What the thread may take for objects that are about to die, in megabytes: rows are few and short. */
const YOUNG = 3;

/** The calls that the thread answers. It answers nothing before `open`. */
export interface StoreCalls extends Omit<Store, 'pseudonymOf' | 'record' | 'settled'> {
  /**
   * Opens the database in the thread.
   * @returns the key for pseudonyms, which are made in the calling thread
   * @throws UserError see `openStore`
   */
  open(address: StoreAddress): Promise<string>;
}

/** What the thread tells. */
export interface StoreListener {
  /** A line that the operator should read. */
  told(line: string): void;
}

/**
 * Opens the database without ever blocking its callers. The engine of a database file blocks the thread that
 * calls it for as long as the disk and other writers take, so it gets a thread of its own. If that thread
 * dies of a fault of ours, it takes the process with it, as the fault would have done here.
 * @param entry the thread's program
 * @param tell is given lines that the operator should read
 * @throws UserError see `openStore`
 */
export async function openBackgroundStore(
  address: StoreAddress,
  entry = new URL('./store-thread.js', import.meta.url),
  tell: (line: string) => void = () => {},
): Promise<Store> {
  // Waiting for a database on the network blocks nothing.
  if (!address.url.startsWith('file:')) return openStore(address);
  const worker = new Worker(entry, { name: 'store', resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  const calls = connect<StoreCalls>(worker, { told: tell } satisfies StoreListener, ['close']);
  worker.once('exit', () => calls.$close(new Error('The database is closed')));
  let key: string;
  try {
    key = await calls.open(address);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    pseudonymOf: pseudonyms(key),
    execute: (statement) => calls.execute(statement),
    batch: (statements, mode) => calls.batch(statements, mode),
    record: async (statement) => {
      await calls.execute(statement);
    },
    settled: async () => {},
    erase: (deletions) => calls.erase(deletions),
    close: () => void calls.close(),
  };
}
