import { clearLine, cursorTo } from 'node:readline';
import type { Progress } from '../archive/open-archive.js';
import { harmless } from './rendering/harmless.js';

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/**
 * Shows progress: on a terminal in one line that is redrawn, elsewhere in one plain line for each piece of
 * work.
 */
export class ProgressLine {
  readonly #output: Output;
  #work: string | null = null;
  #isShown = false;

  constructor(output: Output) {
    this.#output = output;
  }

  show({ work, done, total }: Progress): void {
    const isNew = work !== this.#work;
    this.#work = work;
    if (this.#output.isTTY === true) {
      this.#rewrite();
      this.#output.write(`${work}: ${done} of ${total}`);
      this.#isShown = true;
    } else if (isNew) {
      this.#output.write(`${work} (${total} in all)\n`);
    }
  }

  /** Prints a line that stays, while the work goes on. */
  note(line: string, output = this.#output): void {
    this.#clear();
    output.write(`${harmless(line)}\n`);
  }

  /** Ends the progress line, when the work is done or before other output. */
  end(): void {
    this.#clear();
    this.#work = null;
  }

  #clear(): void {
    if (this.#isShown) this.#rewrite();
    this.#isShown = false;
  }

  #rewrite(): void {
    cursorTo(this.#output, 0);
    clearLine(this.#output, 0);
  }
}
