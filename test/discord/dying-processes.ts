import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { builtModules } from '../built.js';
import type { Orders } from './dying-process.js';

/** Processes that work until they die. They take a while to load: the next ones load while one works. */
export class DyingProcesses {
  readonly #program: URL;
  readonly #pool: { readonly child: ChildProcess; readonly ready: Promise<unknown> }[] = [];

  /** @param source what each runs: the path in the project of a program that calls `obeyOnce` */
  constructor(source: string) {
    const name = basename(source, '.ts');
    this.#program = new URL(`${name}.js`, builtModules(name, source));
  }

  /** Returns a process that is loaded and waits for its orders. */
  async loaded(): Promise<ChildProcess> {
    while (this.#pool.length < 2) {
      const child = fork(this.#program);
      this.#pool.push({ child, ready: once(child, 'message') });
    }
    const next = this.#pool.shift();
    if (!next) throw new Error('The pool was just filled');
    await next.ready;
    return next.child;
  }

  /** @returns the signal that ended it */
  async run(orders: Orders): Promise<string | null> {
    const child = await this.loaded();
    const exit = once(child, 'exit');
    child.send(orders);
    const [, signal] = await exit;
    return signal;
  }

  end(): void {
    for (const { child } of this.#pool) child.kill('SIGKILL');
  }
}
