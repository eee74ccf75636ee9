import { describe, expect, it } from 'vitest';
import { jsonQuestions, plainQuestions } from '../../src/terminal/posed-questions.js';
import { UserError } from '../../src/user-error.js';

async function* linesOf(...lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

describe('questions as JSON lines', () => {
  it('may say the question before and the day', async () => {
    const line = '{"question": "and when?", "previous": "who won?", "asked": "2020-01-05"}';
    expect(await all(jsonQuestions(linesOf(line)))).toEqual([
      { question: 'and when?', previous: 'who won?', asked: '2020-01-05' },
    ]);
  });

  it.each([
    '{"question": "why?"}',
    '{"question": "why?", "previous": null, "asked": null}',
    '{"id": 7, "question": "why?", "answer": "because"}',
  ])('need neither, and may hold more: %s', async (line) => {
    expect(await all(jsonQuestions(linesOf(line)))).toEqual([
      { question: 'why?', previous: null, asked: null },
    ]);
  });

  it.each([
    ['why?', /^Question 2 .*not JSON/],
    ['"why?"', /^Question 2 .*expected object/],
    ['{"previous": "why?"}', /^Question 2 .*question: /],
    ['{"question": 5}', /^Question 2 .*question: /],
    ['{"question": "why?", "previous": 5}', /^Question 2 .*previous: /],
    ['{"question": "why?", "asked": "yesterday"}', /^Question 2 .*asked: must be a day such as 2020-01-05/],
    ['{"question": "why?", "asked": "2020-02-30"}', /^Question 2 .*asked: must be a day such as 2020-01-05/],
  ])('are refused by the number of the line that is not of the form: %s', async (line, message) => {
    const questions = jsonQuestions(linesOf('{"question": "who?"}', line));
    expect(await questions.next()).toMatchObject({ value: { question: 'who?' } });
    const fault = await questions.next().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UserError);
    expect(fault).toMatchObject({ code: 'usage-bad-line', message: expect.stringMatching(message) });
  });
});

describe('plain questions', () => {
  it('are a line each, without a question before or a day', async () => {
    expect(await all(plainQuestions(linesOf('who?', '{"question": "why?"}')))).toEqual([
      { question: 'who?', previous: null, asked: null },
      { question: '{"question": "why?"}', previous: null, asked: null },
    ]);
  });
});
