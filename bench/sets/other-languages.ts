import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readJsonLines } from './json-lines.js';

/** A question as members type it, in another language than English. */
export interface OtherLanguageQuestion {
  /** ISO 639-1. */
  readonly language: string;
  /** Thresholds are learned on one half only. */
  readonly half: 'learn' | 'test';
  readonly question: string;
}

const FILE = fileURLToPath(new URL('../questions/other-languages.jsonl', import.meta.url));

const question = z.object({ language: z.string(), half: z.enum(['learn', 'test']), question: z.string() });

export function readOtherLanguages(): OtherLanguageQuestion[] {
  return readJsonLines(FILE, question);
}
