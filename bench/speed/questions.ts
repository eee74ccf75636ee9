import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { readJsonLines } from '../sets/json-lines.js';
import { sample } from '../shuffle.js';

export interface SpeedQuestion {
  readonly question: string;
  /** Any of them answers; null where nobody knows. */
  readonly answers: readonly string[] | null;
}

const line = z.object({ question: z.string(), answers: z.array(z.string()).optional() });

/** So many headlines are asked where there are no questions. */
const HEADLINES = 200;

/** The questions of `questions.jsonl` beside the articles; without that file, headlines. */
export function readSpeedQuestions(
  articlesFile: string,
  articles: readonly ArchivedArticle[],
): readonly SpeedQuestion[] {
  const file = path.join(path.dirname(articlesFile), 'questions.jsonl');
  if (existsSync(file)) {
    return readJsonLines(file, line).map(({ question, answers = null }) => ({
      question: question.replace(/\s+/g, ' ').trim(),
      answers,
    }));
  }
  const headlines = articles.flatMap(({ title }) =>
    title === null ? [] : [{ question: title, answers: null }],
  );
  return sample(headlines, HEADLINES);
}
