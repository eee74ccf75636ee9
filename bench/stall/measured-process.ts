import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const THREADS = ['the same', 'its own'] as const;
/** Whether the archive service and the store share the main thread or have their own. */
export type Thread = (typeof THREADS)[number];

export type Order =
  | {
      readonly kind: 'start';
      readonly thread: Thread;
      readonly folder: string;
      readonly token: string;
      readonly apiUrl: string;
    }
  | { readonly kind: 'be a bystander' | 'measure' | 'count' | 'result' | 'memory' };

/** A process of bot-process.ts. */
export class MeasuredProcess {
  readonly #child: ChildProcess = fork(fileURLToPath(new URL('bot-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });

  async obey(order: Order): Promise<unknown> {
    this.#child.send(order);
    const [{ answer }] = await once(this.#child, 'message');
    return answer;
  }

  async end(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
