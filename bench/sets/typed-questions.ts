import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ANSWER_TYPES, type AnswerType } from '../../src/answer/question/answer-type.js';
import { readJsonLines } from './json-lines.js';

/** A question as members type them, with the type of answer that it wants. */
export interface TypedQuestion {
  readonly question: string;
  readonly type: AnswerType;
  /** Who wrote it. */
  readonly writer: string;
}

const FILE = fileURLToPath(new URL('../questions/types.jsonl', import.meta.url));

const question = z.object({ question: z.string(), type: z.enum(ANSWER_TYPES), writer: z.string() });

export function readTypedQuestions(): TypedQuestion[] {
  return readJsonLines(FILE, question);
}
