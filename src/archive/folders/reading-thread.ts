import { threadId } from 'node:worker_threads';
import { UserError } from '../../user-error.js';
import type { PreparedArticle } from '../prepared-article.js';
import { type FileReading, type FileToRead, readFileNow, readFileOf } from './reading.js';
import { TellingVocabulary, type ToldTerms } from './telling-vocabulary.js';

/**
 * A reading, or what was wrong with the file. An error is sent as its fields, as it would lose its class on
 * the way between threads.
 */
export type SentReading =
  | SentArticle
  | { readonly code: string; readonly message: string; readonly hint: string | null };

/** A reading whose terms refer to the vocabulary that is sent beside it. */
type SentArticle = Omit<FileReading, 'article'> & {
  readonly article: Omit<PreparedArticle, 'vocabulary'> | null;
};

/** The readings of a batch of files, in their order, and the terms that they brought. */
export interface SentBatch {
  readonly readings: readonly SentReading[];
  readonly terms: ToldTerms;
}

const shared = new TellingVocabulary(String(threadId));

/**
 * Reads a batch of files. Runs in a thread of its own, see reading-threads.ts.
 *
 * Only the first file is waited for with patience. Where its drive has just answered, the others are read at once: each takes
 * ten steps, and to wait for one takes ten times as long as the step.
 */
export default async function readFiles(files: readonly FileToRead[]): Promise<SentBatch> {
  // A file by itself is sent to somebody who has not heard of others.
  const telling = files.length === 1 ? new TellingVocabulary('alone') : shared;
  const vocabulary = telling.next();
  const readings: SentReading[] = [];
  let read = readFileOf;
  for (const file of files) {
    const reading = await read(file, vocabulary).then(withoutVocabulary, asSent);
    readings.push(reading);
    if (!('code' in reading && reading.code === 'article-late')) read = readFileNow;
  }
  return { readings, terms: telling.tell() };
}

function withoutVocabulary({ article, ...reading }: FileReading): SentArticle {
  return { ...reading, article: article && { packed: article.packed, terms: article.terms } };
}

function asSent(error: unknown): SentReading {
  if (!(error instanceof UserError)) throw error;
  const { code, message, hint } = error;
  return { code, message, hint };
}
