import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface LoadQuestion {
  readonly question: string;
  /** The day on which it is asked, if known. */
  readonly asked: string | null;
}

export interface LoadOrder {
  readonly kind: 'one by one' | 'together';
  /** Folder of a built program. */
  readonly program: string;
  /** Holds `articles/` and that program's `index/`. */
  readonly folder: string;
  readonly questions: readonly LoadQuestion[];
  readonly seconds: number;
  /** Members ask in so many servers. */
  readonly servers: number;
}

/** How questions fared that were asked together. Times in milliseconds, memory in bytes. */
export interface LoadTimes {
  /** From asking to the answer. */
  readonly waits: readonly number[];
  /** How many were told that it takes longer than usual, and how many were turned away. */
  readonly told: number;
  readonly refused: number;
  /** Processor time of the process for each question. */
  readonly processor: number;
  /** Memory of the process when it is open, and at most. */
  readonly rest: number;
  readonly peak: number;
}

/** Milliseconds of the processor that each question takes, asked one after another. */
export async function measureOneByOne(order: Omit<LoadOrder, 'kind'>): Promise<readonly number[]> {
  return (await obeyed({ ...order, kind: 'one by one' })) as readonly number[]; // What load-process.ts answers to it.
}

export async function measureTogether(order: Omit<LoadOrder, 'kind'>): Promise<LoadTimes> {
  return (await obeyed({ ...order, kind: 'together' })) as LoadTimes; // What load-process.ts answers to it.
}

async function obeyed(order: LoadOrder): Promise<unknown> {
  const child: ChildProcess = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  try {
    child.send(order);
    const [{ result }] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([status]) => {
        throw new Error(`the measured process ended (${status})`);
      }),
    ]);
    return result;
  } finally {
    child.kill('SIGKILL');
  }
}
