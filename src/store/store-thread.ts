import { parentPort } from 'node:worker_threads';
import { connect } from '../rpc/connect.js';
import type { StoreCalls, StoreListener } from './background-store.js';
import { type OpenedStore, openStore, type Results } from './store.js';

// Runs in a thread of its own, see background-store.ts.
if (parentPort === null) throw new Error('This file is run as a worker thread');
const port = parentPort;

let open: OpenedStore | null = null;

function store(): OpenedStore {
  if (open === null) throw new Error('The database is not open yet');
  return open;
}

const calls: StoreCalls = {
  async open(address) {
    open = await openStore(address, (line) => listener.told(line));
    return open.key;
  },
  execute: async (statement) => plain(await store().execute(statement)),
  batch: async (statements, mode) => (await store().batch(statements, mode)).map(plain),
  erase: (deletions) => store().erase(deletions),
  close() {
    open?.close();
    port.close();
  },
};
const listener = connect<StoreListener>(port, calls, ['told']);

/**
 * Copies results with rows as plain objects: what else libsql puts on them cannot be sent between threads.
 */
function plain({ columns, columnTypes, rows, rowsAffected, lastInsertRowid }: Results): Results {
  return { columns, columnTypes, rows: rows.map((row) => ({ ...row })), rowsAffected, lastInsertRowid };
}
