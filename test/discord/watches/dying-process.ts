import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { builtModules } from '../../built.js';
import type { Orders } from './alert-child.js';

/** Processes that send alerts until they die. They take a while to load: the next ones load while one works. */
export class DyingProcesses {
  readonly #program = new URL(
    'alert-child.js',
    builtModules('alert-child', 'test/discord/watches/alert-child.ts'),
  );
  readonly #pool: { readonly child: ChildProcess; readonly ready: Promise<unknown> }[] = [];

  /** @returns the signal that ended it */
  async run(orders: Orders): Promise<string | null> {
    while (this.#pool.length < 2) {
      const child = fork(this.#program);
      this.#pool.push({ child, ready: once(child, 'message') });
    }
    const next = this.#pool.shift();
    if (!next) throw new Error('The pool was just filled');
    await next.ready;
    const exit = once(next.child, 'exit');
    next.child.send(orders);
    const [, signal] = await exit;
    return signal;
  }

  end(): void {
    for (const { child } of this.#pool) child.kill('SIGKILL');
  }
}

/** Where a process may die. */
export const EVERYWHERE = ['found', 'claim', 'try', 'post', 'record'].flatMap((step) => [
  `before ${step}`,
  `after ${step}`,
]);
/** Where it may die while it takes over from a dead one, of which a message is in the channel. */
export const TAKING_OVER = ['after reclaim', 'after find', 'after record'];
