import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from './json-lines.js';

/** A short news article without a title or a date. */
export interface EventDocument {
  readonly id: string;
  /** Each topic has two events that look alike. */
  readonly topic: string;
  readonly event: string;
  readonly text: string;
}

const document = z.object({ id: z.string(), topic: z.string(), event: z.string(), text: z.string() });

/** Reads `documents.jsonl`. */
export function readEventDocuments(folder: string): EventDocument[] {
  return readJsonLines(path.join(folder, 'documents.jsonl'), document);
}
