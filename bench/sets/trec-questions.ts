import { existsSync } from 'node:fs';
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

/** @param folder holds `train.jsonl` and, where there are questions that nothing is learned from, `test.jsonl` */
export function readTrecQuestions(folder: string, part: 'train' | 'test' = 'train'): TrecQuestion[] {
  const file = path.join(folder, `${part}.jsonl`);
  return part === 'test' && !existsSync(file) ? [] : readJsonLines(file, question);
}

export const coarseOf = (fine: string): string => fine.slice(0, fine.indexOf(':'));
