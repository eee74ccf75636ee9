/** The archive service's thread as it is built, but one that dies, or fails, when it is told to, and whose web is this machine. */
import { BroadcastChannel, parentPort } from 'node:worker_threads';
import { Web } from '../../src/ingest/web/web.js';
import { serveArchiveService } from '../../src/service/serve-archive-service.js';

const deaths: Readonly<Record<string, () => void>> = {
  'by an error': () => {
    setImmediate(() => {
      throw new Error('a bug');
    });
  },
  'by leaving': () => process.exit(3),
  'of too little memory': () => {
    const hoard: string[][] = [];
    for (;;) hoard.push(new Array(100_000).fill(`${Math.random()}`));
  },
};

/** What it survives. */
const accidents: Readonly<Record<string, () => void>> = {
  'a promise fails': () => void Promise.reject(new Error('nobody waits for this')),
};

const orders = new BroadcastChannel('mortal-thread');
orders.onmessage = (order: unknown) => {
  // The type of messages is left open by Node.js; tests send the name of an order.
  const { data } = order as { readonly data: string };
  ({ ...deaths, ...accidents })[data]?.();
};

if (parentPort === null) throw new Error('This runs in a thread');
serveArchiveService(
  parentPort,
  () =>
    new Web({
      userAgent: 'Clippings/test',
      mayConnect: (address) => address === '127.0.0.1',
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    }),
);
