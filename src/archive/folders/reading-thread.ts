import { UserError } from '../../user-error.js';
import { Vocabulary } from '../vocabulary.js';
import { type FileReading, type FileToRead, readFileOf } from './reading.js';

/**
 * A reading, or what was wrong with the file. An error is sent as its fields, as it would lose its class on
 * the way between threads.
 */
export type SentReading =
  | FileReading
  | { readonly code: string; readonly message: string; readonly hint: string | null };

/** Reads a batch of files. Runs in a thread of its own, see reading-threads.ts. */
export default function readFiles(files: readonly FileToRead[]): Promise<SentReading[]> {
  const vocabulary = new Vocabulary();
  return Promise.all(
    files.map((file) =>
      readFileOf(file, vocabulary).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        const { code, message, hint } = error;
        return { code, message, hint };
      }),
    ),
  );
}
