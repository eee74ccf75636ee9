/** A bot in a process of its own, over articles, a database and a stand-in for Discord that it is told on its command line. */
import { z } from 'zod';
import { runBot } from '../../src/discord/cli/run.js';
import { openNewsroom } from '../../src/newsroom/open-newsroom.js';
import { loopbackWeb } from '../intake/web-server.js';

export interface FleetOrders {
  readonly token: string;
  readonly apiUrl: string;
  readonly storeUrl: string;
  readonly articlesFolder: string;
  readonly indexFolder: string;
}

const orders = z.object({
  token: z.string(),
  apiUrl: z.string(),
  storeUrl: z.string(),
  articlesFolder: z.string(),
  indexFolder: z.string(),
});

/** Leases run out soon enough for a test, and late enough for a busy machine. */
const TIMES = { beat: 100, length: 3_000, identify: 100 };

const given = orders.parse(JSON.parse(process.argv[2] ?? ''));
const leave = new AbortController();
process.once('SIGTERM', () => leave.abort());
await runBot({
  ...given,
  storeAuthToken: null,
  shards: 'auto',
  fleetTimes: TIMES,
  messageContent: false,
  storeQuestions: true,
  cooldownSeconds: 0,
  logLevel: 'info',
  metricsPort: 0,
  metricsHost: '127.0.0.1',
  openNewsroom: (log) =>
    openNewsroom(
      { ...given, storeAuthToken: null, agent: 'Clippings', version: '0', leaseTimes: TIMES },
      { ...log, progress: () => {}, notice: () => {} },
      () => loopbackWeb({ deadline: 60_000 }),
    ),
  leave: leave.signal,
});
process.exit(0);
