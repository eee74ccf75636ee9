import { connect, type Port } from '../rpc/connect.js';
import type { Listener } from './archive-service.js';
import type { LocalNewsroom } from './local-archive-service.js';
import { type MakeWeb, openNewsroom } from './open-archive-service.js';
import type { ThreadCalls } from './worker-calls.js';

const EVENTS: (keyof Listener)[] = ['progress', 'notice', 'info', 'warn', 'fault', 'polled'];

/** Answers the calls that come in at a port from a newsroom in this thread. */
export function serveNewsroom(port: Port, makeWeb?: MakeWeb): void {
  let open: LocalNewsroom | null = null;
  const newsroom = (): LocalNewsroom => {
    if (open === null) throw new Error('The newsroom is not open yet');
    return open;
  };
  const calls: ThreadCalls = {
    async open(settings) {
      open = await openNewsroom(settings, listener, makeWeb);
    },
    ask: (...asked) => newsroom().ask(...asked),
    reading: (...asked) => newsroom().reading(...asked),
    edition: (...asked) => newsroom().edition(...asked),
    article: (...asked) => newsroom().article(...asked),
    lookUp: (...asked) => newsroom().lookUp(...asked),
    newest: (...asked) => newsroom().newest(...asked),
    overview: () => newsroom().overview(),
    addPage: (...asked) => newsroom().addPage(...asked),
    addFeed: (...asked) => newsroom().addFeed(...asked),
    close: () => newsroom().close(),
  };
  const listener = connect<Listener>(port, calls, EVENTS);
  // One thing that goes wrong must not end a thread that serves many.
  process.on('unhandledRejection', (error) => listener.fault(error));
}
