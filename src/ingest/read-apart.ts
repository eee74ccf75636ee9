import { LimitedThread } from '../limited-thread.js';
import { unpack } from '../rpc/packed-error.js';
import type { Outcome, Reader } from './reader.js';

/** How long a page or a feed may be read, in milliseconds. The largest of newspapers take a second or two. */
const LIMIT = 20_000;
/** What reading may take of memory, in megabytes. */
const HEAP = 160;

const thread = new LimitedThread(new URL('./read-apart-thread.js', import.meta.url), HEAP);

/**
 * Reads what came from outside in a thread of its own, with a limit on time and memory.
 * @param load gives the same function as the thread's: it reads here when there is no compiled file for a thread to run. It is
 * loaded only then, as the parsers take megabytes.
 * @param name what is read, for the message
 * @throws UserError `too-slow`, `too-much-memory`, or what `read` throws
 */
export async function readApart<Sent, Read>(
  reader: Reader,
  load: () => Promise<(sent: Sent) => Read>,
  sent: Sent,
  name: string,
  limit = LIMIT,
): Promise<Read> {
  if (!thread.isBuilt) return (await load())(sent);
  const outcome = await thread.run<Outcome<Read>>({ reader, sent }, name, limit);
  if ('error' in outcome) throw unpack(outcome.error);
  return outcome.read;
}
