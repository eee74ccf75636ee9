import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { readArticleBytes } from '../../articles/articles-folder.js';
import { inTime } from '../../in-time.js';
import { LimitedThread } from '../../limited-thread.js';
import { UserError } from '../../user-error.js';
import { HeardVocabularies } from './heard-vocabularies.js';
import type { FileReading, FileToRead } from './reading.js';
import type { SentBatch, SentReading } from './reading-thread.js';

/**
 * Fewer files than this are read without threads: a thread takes a second to start, in which this many are
 * read.
 */
const WORTH_THREADS = 300;
/** At most this many threads, as each holds a language model of its own in memory. */
const MOST_THREADS = 4;
/**
 * Larger files are not read in the thread that answers, in bytes: reading the worst that can stand in so many takes
 * half a second. Nearly all articles are smaller, saved pages larger.
 */
const LARGE = 32 * 1024;
/** How long one file may be read, in milliseconds, and what that may take of memory, in megabytes. */
const LIMIT = 30_000;
const HEAP = 512;
/** How long a batch may take with those in line before it, in milliseconds. */
const BATCH_LIMIT = 4 * LIMIT;
/** How long threads may take to end, in milliseconds. */
const FAREWELL = 5_000;
/** What a thread runs. */
const THREAD = new URL('./reading-thread.js', import.meta.url);
const apart = new LimitedThread(THREAD, HEAP);
/** Files are handed over in batches of `BATCH` files; each thread has up to `WAITING` batches in line. */
const BATCH = 32;
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
    for (const file of files) yield await readOne(file);
    return;
  }
  const cores = availableParallelism();
  const threads = Math.min(inBackground ? Math.ceil(cores / 2) : cores, MOST_THREADS);
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: THREAD.href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  // Whoever waits for a reading gets the error too.
  pool.on('error', () => undefined);
  try {
    const heard = new HeardVocabularies();
    const running: Promise<ReadingOutcome[]>[] = [];
    for (let first = 0; first < files.length || running.length > 0; first += BATCH) {
      const batch = files.slice(first, first + BATCH);
      if (batch.length > 0) running.push(readThere(pool, batch, heard));
      if (batch.length === 0 || running.length > threads * WAITING) yield* (await running.shift()) ?? [];
    }
  } finally {
    // A thread that is waiting for a drive does not end by itself.
    await inTime(() => pool.destroy(), FAREWELL).catch(() => undefined);
  }
}

/** Reads one file: here if it is small, else in a thread with limits on time and memory. */
export async function readOne(file: FileToRead): Promise<ReadingOutcome> {
  try {
    const content = await readArticleBytes(file.folder, file.file);
    if (content.length > LARGE && apart.isBuilt) return await readApart(file);
    // Loaded only now: a start at which no file has changed does without all that reads pages.
    const { readContent } = await import('./reading.js');
    return await readContent(file, content);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

async function readApart(file: FileToRead): Promise<ReadingOutcome> {
  try {
    const batch = await apart.run<SentBatch>([file], file.file, LIMIT);
    const [outcome] = outcomesOf(batch, new HeardVocabularies());
    if (outcome === undefined) throw new Error('A file that was read has a reading');
    return outcome;
  } catch (error) {
    if (error instanceof UserError) return error;
    const why = `${file.file} could not be archived (${String(error)}).`;
    return new UserError('article-unreadable', why, null, { cause: error });
  }
}

async function readThere(
  pool: Tinypool,
  files: readonly FileToRead[],
  heard: HeardVocabularies,
): Promise<ReadingOutcome[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), BATCH_LIMIT);
  try {
    const batch: SentBatch = await pool.run(files, { signal: stop.signal });
    return outcomesOf(batch, heard);
  } catch {
    // One of them is too much for the thread; whichever it is, the others are read.
    return Promise.all(files.map(readApart));
  } finally {
    clearTimeout(timer);
  }
}

function outcomesOf({ readings, terms }: SentBatch, heard: HeardVocabularies): ReadingOutcome[] {
  const vocabulary = heard.hear(terms);
  return readings.map((reading) => outcomeOf(reading, vocabulary));
}

function outcomeOf(reading: SentReading, vocabulary: readonly string[]): ReadingOutcome {
  if ('code' in reading) return new UserError(reading.code, reading.message, reading.hint);
  return { ...reading, article: reading.article && { ...reading.article, vocabulary } };
}
