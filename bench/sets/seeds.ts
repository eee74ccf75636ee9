import { z } from 'zod';
import { UserError } from '../../src/user-error.js';
import { readText } from './json-lines.js';
import { patternWith } from './pattern.js';

/** Questions about the seed articles: test/questions/README.md says how they were written. */
export interface SeedQuestions {
  readonly answerable: readonly SeedQuestion[];
  readonly unanswerable: readonly { readonly id: string; readonly question: string; readonly why: string }[];
}

export interface SeedQuestion {
  readonly id: string;
  readonly question: string;
  /** A snippet is right if any of them matches its folded text. */
  readonly answers: readonly RegExp[];
  readonly kind: string;
}

const pattern = patternWith('iu');
const schema = z.object({
  answerable: z.array(
    z.object({ id: z.string(), question: z.string(), answers: z.array(pattern).min(1), kind: z.string() }),
  ),
  unanswerable: z.array(z.object({ id: z.string(), question: z.string(), why: z.string() })),
});

export function readSeedQuestions(file: string): SeedQuestions {
  const parsed = schema.safeParse(JSON.parse(readText(file)));
  if (parsed.success) return parsed.data;
  throw new UserError(
    'eval-bad-questions',
    `${file}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`,
  );
}

/** Whether a snippet answers: typographic quotes are folded, and each run of white space to one space. */
export function answersSeed(question: SeedQuestion, snippet: string): boolean {
  const folded = snippet
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/\s+/g, ' ');
  return question.answers.some((answer) => answer.test(folded));
}
