import type { InStatement } from '@libsql/client';
import { isHeld } from './is-held.js';
import type { Store } from './store.js';

/** Pauses between tries in milliseconds, doubled each time up to the longest. Each try also waits for the file. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

/** The most that is kept in memory: a few hundred kilobytes. What comes on top is lost, and told. */
const MOST_KEPT = 1_000;

/**
 * Makes a store whose `record` never fails because another process holds the database: what was to be recorded is
 * kept in memory, in order, until it can be written.
 * @param tell is given one line when that begins, and one when it ends
 */
export function patientStore(store: Store, tell: (line: string) => void, firstPause = FIRST_PAUSE): Store {
  const kept: InStatement[] = [];
  let writing: Promise<void> | null = null;
  let lost = 0;
  const leave = new AbortController();

  async function writeKept(): Promise<void> {
    let written = 0;
    try {
      for (let pause = firstPause; kept.length > 0; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        await pauseUnless(leave.signal, pause);
        if (leave.signal.aborted) return;
        written += await writeInOrder();
      }
      tell(`The database can be written again: ${written} kept in memory are recorded, ${lost} were lost.`);
    } catch (error) {
      tell(`${kept.length} kept in memory could not be recorded and are lost: ${String(error)}`);
      kept.length = 0;
    } finally {
      lost = 0;
      writing = null;
    }
  }

  /** Writes until the database is held again. Returns how many it wrote. */
  async function writeInOrder(): Promise<number> {
    for (let written = 0; ; written++) {
      const [next] = kept;
      if (next === undefined) return written;
      try {
        await store.record(next);
      } catch (error) {
        if (isHeld(error)) return written;
        throw error;
      }
      kept.shift();
    }
  }

  function keep(statement: InStatement): void {
    if (kept.length < MOST_KEPT) kept.push(statement);
    else lost++;
    if (writing !== null) return;
    tell(
      'The database is held by another process: questions and votes are kept in memory until it lets go. ' +
        'End what has the file open, such as a database browser, a backup or a bot that hangs.',
    );
    writing = writeKept();
  }

  return {
    ...store,
    async record(statement) {
      if (writing !== null) return keep(statement);
      try {
        await store.record(statement);
      } catch (error) {
        if (!isHeld(error)) throw error;
        keep(statement);
      }
    },
    async settled() {
      await writing;
    },
    close() {
      leave.abort();
      if (kept.length > 0)
        tell(`${kept.length} questions and votes were not recorded: the database is still held.`);
      store.close();
    },
  };
}

function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
