import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { inTime } from '../../in-time.js';
import { UserError } from '../../user-error.js';
import { type FileReading, type FileToRead, readFileOf } from './reading.js';
import type { SentReading } from './reading-thread.js';

/**
 * Fewer files than this are read without threads: a thread takes a second to start, in which this many are
 * read.
 */
const WORTH_THREADS = 300;
/** At most this many threads, as each holds a language model of its own in memory. */
const MOST_THREADS = 4;
/** How long threads may take to end, in milliseconds. */
const FAREWELL = 5_000;
/** What a thread runs. */
const THREAD = new URL('./reading-thread.js', import.meta.url);
/** Files are handed over in batches of `BATCH` files; each thread has up to `WAITING` batches in line. */
const BATCH = 16;
const WAITING = 3;

/** A file's reading, or why there is none. */
export type ReadingOutcome = FileReading | UserError;

/**
 * Reads files, on several cores if there are many. The outcomes come in the order of the files.
 * @param inBackground leaves half of the cores to others
 */
export async function* readAll(
  files: readonly FileToRead[],
  inBackground: boolean,
): AsyncGenerator<ReadingOutcome> {
  // When the program runs from its sources, as in tests, there is no compiled file for a thread to run.
  if (files.length < WORTH_THREADS || !existsSync(THREAD)) {
    for (const file of files) yield await readHere(file);
    return;
  }
  const cores = availableParallelism();
  const threads = Math.min(inBackground ? Math.ceil(cores / 2) : cores, MOST_THREADS);
  const pool = new Tinypool({
    filename: THREAD.href,
    minThreads: threads,
    maxThreads: threads,
  });
  // Whoever waits for a reading gets the error too.
  pool.on('error', () => undefined);
  try {
    const running: Promise<ReadingOutcome[]>[] = [];
    for (let first = 0; first < files.length || running.length > 0; first += BATCH) {
      const batch = files.slice(first, first + BATCH);
      if (batch.length > 0) running.push(readThere(pool, batch));
      if (batch.length === 0 || running.length > threads * WAITING) yield* (await running.shift()) ?? [];
    }
  } finally {
    // A thread that is waiting for a drive does not end by itself.
    await inTime(() => pool.destroy(), FAREWELL).catch(() => undefined);
  }
}

async function readHere(file: FileToRead): Promise<ReadingOutcome> {
  return readFileOf(file).catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
}

async function readThere(pool: Tinypool, files: readonly FileToRead[]): Promise<ReadingOutcome[]> {
  try {
    const readings: SentReading[] = await pool.run(files);
    return readings.map((reading) =>
      'code' in reading ? new UserError(reading.code, reading.message, reading.hint) : reading,
    );
  } catch {
    // Reading without threads only takes longer.
    return Promise.all(files.map(readHere));
  }
}
