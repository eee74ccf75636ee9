import { z } from 'zod';
import { UserError } from '../user-error.js';
import type { PosedQuestion } from './answer-questions.js';

const posed = z
  .object({
    question: z.string(),
    previous: z.string().nullish(),
    asked: z.iso.date('must be a day such as 2020-01-05').nullish(),
  })
  .transform(({ question, previous, asked }) => ({
    question,
    previous: previous ?? null,
    asked: asked ?? null,
  }));

/** Questions that are written one a line. */
export async function* plainQuestions(lines: AsyncIterable<string>): AsyncGenerator<PosedQuestion> {
  for await (const question of lines) yield { question, previous: null, asked: null };
}

/**
 * Questions that are written as one JSON object a line: `{"question", "previous", "asked"}`; other keys are passed over.
 * @throws UserError `usage-bad-line`, which names the line
 */
export async function* jsonQuestions(lines: AsyncIterable<string>): AsyncGenerator<PosedQuestion> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const parsed = posed.safeParse(parse(line, number));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw badLine(number, `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'not of the form'}`);
    }
    yield parsed.data;
  }
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw badLine(number, 'it is not JSON');
  }
}

function badLine(number: number, reason: string): UserError {
  return new UserError(
    'usage-bad-line',
    `Question ${number} of the file cannot be read: ${reason}.`,
    'A line looks like {"question": "and when?", "previous": "who won?", "asked": "2020-01-05"}; the last two may be missing.',
  );
}
