import { clearLine, cursorTo } from 'node:readline';
import type { Progress } from '../archive/open-archive.js';
import { harmless } from './rendering/harmless.js';

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** How often the line is redrawn though nothing was done, in milliseconds. */
const TICK = 1_000;
/** Where lines stay, a new one comes no sooner than this. */
const PLAIN_EVERY = 15_000;
/** Work is timed for so long before anything is said of its end. */
const TIMED = 3_000;

/**
 * Shows progress, and how long the work will take: on a terminal in one line that is redrawn at least every second,
 * elsewhere in plain lines, a few a minute.
 */
export class ProgressLine {
  readonly #output: Output;
  readonly #now: () => number;
  #step: Progress | null = null;
  /** When the work began, and when a line was written last. */
  #since = 0;
  #written = 0;
  #isShown = false;
  #ticking: NodeJS.Timeout | null = null;

  /** @param now the time in milliseconds, from any start */
  constructor(output: Output, now = () => performance.now()) {
    this.#output = output;
    this.#now = now;
  }

  show(step: Progress): void {
    const isNew = step.work !== this.#step?.work;
    this.#step = step;
    if (isNew) this.#since = this.#now();
    if (this.#output.isTTY === true) {
      this.#draw();
      // Unreferenced: it keeps no process alive.
      this.#ticking ??= setInterval(() => this.#draw(), TICK).unref();
    } else if (isNew) {
      this.#write(`${step.work} (${step.total} in all)\n`);
    } else if (this.#now() - this.#written >= PLAIN_EVERY && step.done < step.total) {
      this.#write(`${this.#line(step)}\n`);
    }
  }

  /** Prints a line that stays, while the work goes on. */
  note(line: string, output = this.#output): void {
    this.#clear();
    output.write(`${harmless(line)}\n`);
  }

  /** Ends the progress line, when the work is done or before other output. */
  end(): void {
    if (this.#ticking !== null) clearInterval(this.#ticking);
    this.#ticking = null;
    this.#clear();
    this.#step = null;
  }

  #draw(): void {
    if (this.#step === null) return;
    this.#rewrite();
    this.#write(this.#line(this.#step));
    this.#isShown = true;
  }

  #line({ work, done, total }: Progress): string {
    const elapsed = this.#now() - this.#since;
    const left = done > 0 && elapsed >= TIMED ? (elapsed / done) * (total - done) : 0;
    return `${work}: ${done} of ${total}${left > 0 ? `, about ${duration(left)} left` : ''}`;
  }

  #write(text: string): void {
    this.#output.write(text);
    this.#written = this.#now();
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

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 100) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}
