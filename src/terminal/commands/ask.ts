import { createReadStream } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { UserError } from '../../user-error.js';
import { type AnswerFormat, answerEach, answerOne } from '../answer-questions.js';
import { type CommandContext, withArchive, withArticles } from '../command-context.js';
import { linesOf } from '../lines.js';
import { jsonQuestions, plainQuestions } from '../posed-questions.js';

interface Options {
  readonly json?: true;
  readonly file?: string;
  readonly top: number;
  readonly explain?: true;
}

const MOST_QUOTES = 20;

export function addAskCommand(program: Command, context: CommandContext): void {
  program
    .command('ask')
    .description('answer a question with quotes from the archive')
    .argument('[question...]', 'in plain words; from a pipe, one question a line')
    .option('--json', 'print one line of JSON for each question')
    .option(
      '--file <file>',
      'answer the questions of a file, one a line (- for standard input); in a .jsonl file as {"question", "previous", "asked"}',
    )
    .option('--top <number>', `show at most so many quotes, 1 to ${MOST_QUOTES}`, quoteCount, 3)
    .option('--explain', 'say how the question was understood')
    .addHelpText('after', '\nExample:\n  npx clippings ask how many troops are in Iraq')
    .action((words: string[], options: Options) =>
      words.length > 0 ? askOne(context, words.join(' '), options) : askEach(context, options),
    );
}

async function askOne(context: CommandContext, question: string, options: Options): Promise<void> {
  if (options.file !== undefined) {
    throw new UserError('usage-two-questions', 'Give a question or a file of questions, not both.');
  }
  const format = formatOf(options);
  await withArticles(context, format.json, (archive) => answerOne(archive, question, format, context.output));
}

async function askEach(context: CommandContext, options: Options): Promise<void> {
  const lines = linesOf(await questionStream(context, options.file));
  const questions = options.file?.endsWith('.jsonl') ? jsonQuestions(lines) : plainQuestions(lines);
  const count = await withArchive(context, (archive) =>
    answerEach(archive, questions, formatOf(options), context.output),
  );
  if (count === 0 && options.file === undefined) throw noQuestion();
}

function formatOf(options: Options): AnswerFormat {
  return { json: options.json === true, explain: options.explain === true, top: options.top };
}

/** The file, opened before the archive, so that a wrong name is told at once; or the pipe. */
async function questionStream(context: CommandContext, file?: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-' || (file === undefined && context.input.isTTY !== true)) return context.input;
  if (file === undefined) throw noQuestion();
  const stream = createReadStream(file);
  try {
    await new Promise<void>((resolve, reject) => stream.once('readable', resolve).once('error', reject));
  } catch (error) {
    throw new UserError('usage-no-file', `The file ${file} cannot be read.`, 'Check its name.', {
      cause: error,
    });
  }
  return stream;
}

function noQuestion(): UserError {
  return new UserError(
    'usage-no-question',
    'There is no question.',
    'Type one after ask, such as: npx clippings ask how many troops are in Iraq',
  );
}

function quoteCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_QUOTES) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_QUOTES}.`);
}
