import type { Answer, NoAnswer } from '../answer/answer.js';
import type { Archive } from '../archive/archive.js';
import { UserError } from '../user-error.js';
import { answerJson, refusedJson } from './rendering/answer-json.js';
import { answerText, explanationText } from './rendering/answer-text.js';
import { harmless, jsonLine } from './rendering/harmless.js';
import { type Screen, screenOf, styled, wrapped } from './rendering/screen.js';
import { today } from './today.js';

/** What is longer cannot be asked; so many characters of it tell which line it is. */
const LONGEST_ECHO = 400;
const BEGINNING = 100;

/** How answers are wanted. */
export interface AnswerFormat {
  readonly json: boolean;
  /** With a word on how the question was understood. */
  readonly explain: boolean;
  /** At most so many quotes. */
  readonly top: number;
}

/** A question with what is known of where it was asked. */
export interface PosedQuestion {
  readonly question: string;
  /** The question before it in the same conversation. */
  readonly previous: string | null;
  /** The day on which it is asked, as ISO 8601 has it; today where it is not said. */
  readonly asked: string | null;
}

/** Answers a single question. One that cannot be asked is an error, as it is all that was wanted. */
export async function answerOne(
  archive: Archive,
  question: string,
  format: AnswerFormat,
  output: NodeJS.WritableStream,
): Promise<void> {
  const timed = await timedResult(archive, { question, previous: null, asked: null }, format.top);
  const refused = timed.result instanceof UserError;
  if (format.json || !refused) output.write(shown(question, timed, format, screenOf(output)));
  if (refused) throw timed.result;
}

/**
 * Answers questions in their order. One that cannot be asked gets the reason as its answer, and the others go on.
 *
 * @returns how many questions there were
 */
export async function answerEach(
  archive: Archive,
  questions: AsyncIterable<PosedQuestion>,
  format: AnswerFormat,
  output: NodeJS.WritableStream,
): Promise<number> {
  const screen = screenOf(output);
  let count = 0;
  for await (const posed of questions) {
    const { question } = posed;
    if (!format.json) output.write(`${headingText(question, screen)}\n\n`);
    const timed = await timedResult(archive, posed, format.top);
    output.write(shown(question, timed, format, screen));
    if (!format.json) output.write('\n');
    count++;
  }
  return count;
}

interface TimedResult {
  readonly result: Answer | NoAnswer | UserError;
  readonly milliseconds: number;
}

async function timedResult(
  archive: Archive,
  { question, previous, asked }: PosedQuestion,
  top: number,
): Promise<TimedResult> {
  // Loaded only now: the analyser takes a quarter of a second, for which `--help` need not wait.
  const { ask } = await import('../answer/ask.js');
  const start = performance.now();
  const result = await ask(archive, question, {
    top,
    asked: asked ?? today(),
    ...(previous === null ? {} : { previous }),
  }).catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
  return { result, milliseconds: performance.now() - start };
}

function shown(question: string, timed: TimedResult, format: AnswerFormat, screen: Screen): string {
  const { result, milliseconds } = timed;
  if (format.json) {
    const value =
      result instanceof UserError
        ? refusedJson(question, result.message)
        : // As it was asked, so that a program knows its question again.
          { ...answerJson(result, milliseconds, format.explain), question: question.trim() };
    return `${jsonLine(value)}\n`;
  }
  if (result instanceof UserError) return `${wrapped(harmless(result.message), screen)}\n`;
  const explanation = format.explain ? `\n${explanationText(result, screen)}\n` : '';
  return `${answerText(result, screen)}\n${explanation}`;
}

function headingText(question: string, screen: Screen): string {
  const echo = question.length > LONGEST_ECHO ? `${[...question].slice(0, BEGINNING).join('')}…` : question;
  return wrapped(styled('bold', harmless(echo), screen), screen, '  ', '> ');
}
