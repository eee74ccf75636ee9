import { UserError } from '../../user-error.js';
import { Vocabulary } from '../vocabulary.js';
import { type FileReading, type FileToRead, readFileNow, readFileOf } from './reading.js';

/**
 * A reading, or what was wrong with the file. An error is sent as its fields, as it would lose its class on
 * the way between threads.
 */
export type SentReading =
  | FileReading
  | { readonly code: string; readonly message: string; readonly hint: string | null };

/**
 * Reads a batch of files. Runs in a thread of its own, see reading-threads.ts.
 *
 * Only the first file is waited for with patience. Where its drive has just answered, the others are read at once: each takes
 * ten steps, and to wait for one takes ten times as long as the step.
 */
export default async function readFiles(files: readonly FileToRead[]): Promise<SentReading[]> {
  const vocabulary = new Vocabulary();
  const readings: SentReading[] = [];
  let read = readFileOf;
  for (const file of files) {
    const reading = await read(file, vocabulary).catch(asSent);
    readings.push(reading);
    if (!('code' in reading && reading.code === 'article-late')) read = readFileNow;
  }
  return readings;
}

function asSent(error: unknown): SentReading {
  if (!(error instanceof UserError)) throw error;
  const { code, message, hint } = error;
  return { code, message, hint };
}
