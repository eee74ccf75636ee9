import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from './json-lines.js';

/** A question with the class of its answer (Li and Roth 2002). */
export interface TrecQuestion {
  /** One of 50: "NUM:count". What stands before the colon is the coarse class, one of 6. */
  readonly fine: string;
  readonly question: string;
}

const question = z.object({ fine: z.string().regex(/^[A-Z]+:[a-z]+$/), question: z.string() });

/** @param folder holds `train.jsonl` */
export function readTrecQuestions(folder: string): TrecQuestion[] {
  return readJsonLines(path.join(folder, 'train.jsonl'), question);
}

export const coarseOf = (fine: string): string => fine.slice(0, fine.indexOf(':'));
