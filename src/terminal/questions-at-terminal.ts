import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { UserError } from '../user-error.js';
import type { CommandContext } from './command-context.js';

/**
 * Asks questions at a terminal, or takes the answers from a pipe, a line each. An answer that is hidden does not
 * appear on the screen.
 */
export class QuestionsAtTerminal {
  readonly #output: CommandContext['output'];
  readonly #terminal: Interface;
  readonly #lines: AsyncIterator<string>;
  #isHidden = false;
  #isStopped = false;

  constructor({ input, output }: Pick<CommandContext, 'input' | 'output'>) {
    this.#output = output;
    // What is typed is shown by readline, through this stream.
    const echo = new Writable({
      write: (chunk, _, done) => {
        if (!this.#isHidden) output.write(chunk);
        done();
      },
    });
    this.#terminal = createInterface({ input, output: echo, terminal: input.isTTY === true });
    // Ctrl-C reaches readline, not the process.
    this.#terminal.once('SIGINT', () => {
      this.#isStopped = true;
      this.#terminal.close();
    });
    this.#lines = this.#terminal[Symbol.asyncIterator]();
  }

  /** @throws UserError `questions-stopped` at Ctrl-C, `questions-unanswered` if nothing more is typed */
  async ask(words: string): Promise<string> {
    const answer = await this.#answerTo(words, false);
    // A pipe shows no line break of its own.
    if (!this.#terminal.terminal) this.#output.write('\n');
    return answer;
  }

  /** @throws UserError `questions-unanswered` if nothing more is typed */
  async askHidden(words: string): Promise<string> {
    try {
      return await this.#answerTo(words, true);
    } finally {
      this.#isHidden = false;
      this.#output.write('\n');
    }
  }

  close(): void {
    this.#terminal.close();
  }

  async #answerTo(words: string, isHidden: boolean): Promise<string> {
    this.#terminal.setPrompt(words);
    this.#terminal.prompt();
    this.#isHidden = isHidden;
    const { value, done } = await this.#lines.next();
    if (done !== true) return String(value).trim();
    if (this.#isStopped) throw new UserError('questions-stopped', 'Stopped.');
    throw new UserError(
      'questions-unanswered',
      'Nobody answered, so this is not finished.',
      'Run it again, or with --yes and the options that --help lists.',
    );
  }
}
