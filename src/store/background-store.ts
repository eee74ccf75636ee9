import { Worker } from 'node:worker_threads';
import { connect } from '../rpc/connect.js';
import { pseudonyms } from './pseudonyms.js';
import { openStore, type Store, type StoreAddress } from './store.js';

/** What can be asked of the thread, which answers nothing before `open`. */
export interface StoreCalls extends Omit<Store, 'pseudonymOf'> {
  /**
   * @returns the key of the pseudonyms, which are made here
   * @throws UserError see `openStore`
   */
  open(address: StoreAddress): Promise<string>;
}

/**
 * Opens the database so that whoever asks it is never held up: the engine of a database file works in the thread that
 * calls it, for as long as the disk and other writers take, so it gets a thread of its own. A thread that dies of a
 * fault of ours takes the process with it, as that fault would have done here.
 * @param entry the program of the thread
 * @throws UserError see `openStore`
 */
export async function openBackgroundStore(
  address: StoreAddress,
  entry = new URL('./store-thread.js', import.meta.url),
): Promise<Store> {
  // A database on the network is waited for without holding up anything.
  if (!address.url.startsWith('file:')) return openStore(address);
  const worker = new Worker(entry, { name: 'store' });
  const calls = connect<StoreCalls>(worker, {}, ['close']);
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
    erase: (deletions) => calls.erase(deletions),
    close: () => void calls.close(),
  };
}
