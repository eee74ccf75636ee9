import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { readJsonLines } from '../sets/json-lines.js';
import { sample } from '../shuffle.js';

export interface SpeedQuestion {
  readonly question: string;
  /** Each of these is a right answer; null if the answer is unknown. */
  readonly answers: readonly string[] | null;
}

const line = z.object({ question: z.string(), answers: z.array(z.string()).optional() });

/** How many headlines are asked if there are no questions. */
const HEADLINES = 200;

/**
 * Reads the questions from `questions.jsonl` beside the articles, or takes headlines if there is no such
 * file.
 * @param read the articles; called only when they are needed
 */
export function readSpeedQuestions(
  articlesFile: string,
  read: () => readonly ArchivedArticle[],
): readonly SpeedQuestion[] {
  const file = path.join(path.dirname(articlesFile), 'questions.jsonl');
  if (existsSync(file)) {
    return readJsonLines(file, line).map(({ question, answers = null }) => ({
      question: question.replace(/\s+/g, ' ').trim(),
      answers,
    }));
  }
  const headlines = read().flatMap(({ title }) =>
    title === null ? [] : [{ question: title, answers: null }],
  );
  return sample(headlines, HEADLINES);
}
