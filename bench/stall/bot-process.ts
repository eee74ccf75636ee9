/**
 * Runs the bot in its own process and measures its event loop. The parent process sends orders, and each is
 * answered with a message.
 */
import path from 'node:path';
import { type IntervalHistogram, monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { startBot } from '../../src/discord/bot.js';
import type { ArchiveService } from '../../src/service/archive-service.js';
import { ArchiveServiceClient } from '../../src/service/archive-service-client.js';
import type { ArchiveServiceSettings } from '../../src/service/open-archive-service.js';
import { openBackgroundStore } from '../../src/store/background-store.js';
import { openStore } from '../../src/store/store.js';
import { mortalThread } from '../../test/service/mortal-thread-url.js';
import { serviceListener } from '../service-listener.js';
import type { Order, Thread } from './measured-process.js';
import type { LoopDelay } from './run-under-load.js';

/** How often the event loop is sampled, in milliseconds. Delays below this are not seen. */
const RESOLUTION = 1;

async function openHere(settings: ArchiveServiceSettings): Promise<ArchiveService> {
  // Loaded only here, so that the main thread does without it when the service has its own thread.
  const { openArchiveService } = await import('../../src/service/open-archive-service.js');
  const { loopbackWeb } = await import('../../test/ingest/web-server.js');
  return openArchiveService(settings, serviceListener, () => loopbackWeb());
}

function openInBackground(settings: ArchiveServiceSettings): Promise<ArchiveService> {
  // This entry fetches from this machine instead of the web.
  const entry = mortalThread();
  return ArchiveServiceClient.open(settings, serviceListener, { entry });
}

/**
 * Returns the built version of a file. Threads can run only built code; only this process understands
 * TypeScript.
 */
function inBuild(file: string): URL {
  return new URL(`../../dist/${file}`, import.meta.url);
}

async function start(thread: Thread, folder: string, token: string, apiUrl: string) {
  const storeUrl = `file:${path.join(folder, 'clippings.db')}`;
  const settings: ArchiveServiceSettings = {
    articlesFolder: path.join(folder, 'articles'),
    indexFolder: path.join(folder, 'index'),
    storeUrl,
    storeAuthToken: null,
    agent: 'Clippings',
    version: 'bench',
  };
  const service = await (thread === 'the same' ? openHere(settings) : openInBackground(settings));
  const store = await (thread === 'the same'
    ? openStore({ url: storeUrl })
    : openBackgroundStore({ url: storeUrl }, inBuild('store-thread.js')));
  const bot = await startBot({
    token,
    apiUrl,
    service,
    store,
    log: pino({ level: 'silent' }),
    messageContent: false,
    cooldown: 0,
    storeQuestions: true,
    retentionDays: 90,
  });
  return { service, bot };
}

let running: Awaited<ReturnType<typeof start>> | null = null;
let histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION });
let since = performance.eventLoopUtilization();

async function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'start':
      running = await start(order.thread, order.folder, order.token, order.apiUrl);
      return null;
    case 'be a bystander':
      setInterval(work, 10);
      return null;
    case 'measure':
      histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
      histogram.enable();
      since = performance.eventLoopUtilization();
      return null;
    case 'count':
      return running === null ? 0 : (await running.service.overview()).articles;
    case 'memory':
      return process.memoryUsage.rss();
    case 'result':
      histogram.disable();
      return loopDelay();
  }
}

/** Does about as much work as the bot's main thread, in pieces too small to delay anything. */
function work(): void {
  for (const end = performance.now() + 1.5; performance.now() < end; );
}

function loopDelay(): LoopDelay {
  const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
  return {
    p50: milliseconds(histogram.percentile(50)),
    p99: milliseconds(histogram.percentile(99)),
    p999: milliseconds(histogram.percentile(99.9)),
    max: milliseconds(histogram.max),
    busy: performance.eventLoopUtilization(since).utilization,
  };
}

process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.({ answer }));
});
// The parent process is gone.
process.on('disconnect', () => process.exit());
