import { existsSync } from 'node:fs';
import { Tinypool } from 'tinypool';
import { Mutex } from '../mutex.js';
import { unpack } from '../rpc/packed-error.js';
import { UserError } from '../user-error.js';
import type { Outcome, Reader } from './reader.js';

/** How long a page or a feed may be read, in milliseconds. The largest of newspapers take a second or two. */
const LIMIT = 20_000;
/** What reading may take of memory, in megabytes. */
const HEAP = 256;
/** After so long without work the thread ends, in milliseconds. */
const IDLE = 60_000;
/** What the thread runs. */
const THREAD = new URL('./reading-thread.js', import.meta.url);

/** One after another, so that the time of one is not spent waiting for another. */
const turns = new Mutex();
let pool: Tinypool | null = null;

/**
 * Reads what came from outside in a thread of its own, with a limit on time and memory. What passes it ends
 * the thread, not the program, and the next reading starts another.
 * @param read the same function as the thread's: it reads here when the program runs from its sources, as in
 * tests, and there is no compiled file for a thread to run
 * @param name what is read, for the message
 * @throws UserError `too-slow`, `too-much-memory`, or what `read` throws
 */
export async function readApart<Sent, Read>(
  reader: Reader,
  read: (sent: Sent) => Read,
  sent: Sent,
  name: string,
  limit = LIMIT,
): Promise<Read> {
  if (!existsSync(THREAD)) return read(sent);
  const outcome = await turns.run(() => readThere<Read>(reader, sent, name, limit));
  if ('error' in outcome) throw unpack(outcome.error);
  return outcome.read;
}

async function readThere<Read>(
  reader: Reader,
  sent: unknown,
  name: string,
  limit: number,
): Promise<Outcome<Read>> {
  pool ??= started();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limit);
  try {
    return await pool.run({ reader, sent }, { signal: stop.signal });
  } catch (cause) {
    if (stop.signal.aborted) {
      const seconds = limit / 1000;
      throw new UserError('too-slow', `${name} cannot be read: it took over ${seconds} seconds.`, null, {
        cause,
      });
    }
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      throw new UserError('too-much-memory', `${name} cannot be read: it took over ${HEAP} MB of memory.`);
    }
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

function started(): Tinypool {
  const made = new Tinypool({
    filename: THREAD.href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  // Whoever waits for a reading gets the error too.
  made.on('error', () => undefined);
  return made;
}
