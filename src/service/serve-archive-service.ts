import { collectGarbage, collectGarbageThoroughly } from '../collect-garbage.js';
import { connect, type Port } from '../rpc/connect.js';
import type { Listener } from './archive-service.js';
import type { LocalArchiveService } from './local-archive-service.js';
import { type MakeWeb, openArchiveService } from './open-archive-service.js';
import type { WorkerCalls } from './worker-calls.js';

const EVENTS: (keyof Listener)[] = ['progress', 'notice', 'info', 'warn', 'fault', 'polled'];

/** When nobody has asked for so long, in milliseconds, nobody waits for garbage to be collected. */
const QUIET = 20_000;

/** Serves an archive service in this thread to the calls that arrive at a port. */
export function serveArchiveService(port: Port, makeWeb?: MakeWeb): void {
  let open: LocalArchiveService | null = null;
  let quiet: NodeJS.Timeout | undefined;
  const service = (): LocalArchiveService => {
    if (open === null) throw new Error('The archive service is not open yet');
    return open;
  };
  const collectWhenQuiet = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(collectGarbageThoroughly, QUIET).unref();
  };
  const calls: WorkerCalls = {
    async open(settings) {
      open = await openArchiveService(settings, listener, makeWeb);
      collectGarbage();
      collectWhenQuiet();
    },
    ask: async (...asked) => {
      try {
        return await service().ask(...asked);
      } finally {
        collectWhenQuiet();
      }
    },
    reading: (...asked) => service().reading(...asked),
    digest: (...asked) => service().digest(...asked),
    story: (...asked) => service().story(...asked),
    nearestDay: (...asked) => service().nearestDay(...asked),
    firstWithArticles: (...asked) => service().firstWithArticles(...asked),
    article: (...asked) => service().article(...asked),
    sameStory: (...asked) => service().sameStory(...asked),
    groupQuestions: (...asked) => service().groupQuestions(...asked),
    alert: (...asked) => service().alert(...asked),
    lookUp: (...asked) => service().lookUp(...asked),
    newest: (...asked) => service().newest(...asked),
    overview: (...asked) => service().overview(...asked),
    addPage: (...asked) => service().addPage(...asked),
    addFeed: (...asked) => service().addFeed(...asked),
    followFeed: (...asked) => service().followFeed(...asked),
    readSubscriptions: (...asked) => service().readSubscriptions(...asked),
    writeSubscriptions: (...asked) => service().writeSubscriptions(...asked),
    close: () => service().close(),
  };
  const listener = connect<Listener>(port, calls, EVENTS);
  // One error must not end a thread that serves many people.
  process.on('unhandledRejection', (error) => listener.fault(error));
}
