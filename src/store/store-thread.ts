import { parentPort } from 'node:worker_threads';
import { connect } from '../rpc/connect.js';
import type { StoreCalls } from './background-store.js';
import { openStore, type Results, type Store } from './store.js';

// Run as a thread of its own, see background-store.ts.
if (parentPort === null) throw new Error('This file is run as a worker thread');
const port = parentPort;

let open: Store | null = null;

function store(): Store {
  if (open === null) throw new Error('The database is not open yet');
  return open;
}

const calls: StoreCalls = {
  async open(address) {
    open = await openStore(address);
  },
  execute: async (statement) => plain(await store().execute(statement)),
  batch: async (statements, mode) => (await store().batch(statements, mode)).map(plain),
  close() {
    open?.close();
    port.close();
  },
};
connect(port, calls);

/** The rows by the names of their columns: what else libsql writes on results cannot be sent. */
function plain({ columns, columnTypes, rows, rowsAffected, lastInsertRowid }: Results): Results {
  return { columns, columnTypes, rows: rows.map((row) => ({ ...row })), rowsAffected, lastInsertRowid };
}
