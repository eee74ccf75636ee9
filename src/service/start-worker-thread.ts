import { totalmem } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { inTime } from '../in-time.js';
import { type Calls, connect } from '../rpc/connect.js';
import { UserError } from '../user-error.js';
import type { Listener } from './archive-service.js';
import type { WorkerCalls } from './worker-calls.js';

/** A running thread of the archive service. */
export interface WorkerThread {
  readonly calls: Calls<WorkerCalls>;
  /** Why the thread has ended; null while it lives. */
  readonly ending: Ending | null;
  readonly ended: Promise<Ending>;
  /**
   * Ends the thread, whatever it is doing. If it waits for a drive that does not answer, it is left behind.
   */
  end(): Promise<unknown>;
}

export interface Ending {
  /** In plain words. */
  readonly reason: string;
  /** The error that ended it, if that says more than the reason. */
  readonly error?: unknown;
}

export interface WorkerThreadOptions {
  /** The program that the thread runs. */
  readonly entry?: URL;
  /** Heap limit in megabytes; defaults to `usualHeap`. */
  readonly heap?: number;
}

/** How long it may take to end, in milliseconds. */
const FAREWELL = 5_000;

/**
 * The share of memory that the thread's heap may fill. V8's default, up to 4 GB, may be too little for a
 * large archive, and this program does little else.
 */
const SHARE_OF_MEMORY = 0.75;

/**
 * What a thread may take for objects that are about to die, in megabytes. V8 takes twice as much where it may, and answers no
 * faster.
 */
const YOUNG = 24;

/** Returns the heap limit of a thread in megabytes, if none is given. `--max-old-space-size` overrules it. */
function usualHeap(): number {
  // The limit of the container if there is one. Without a limit it is 0, or more than the machine has.
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.floor((SHARE_OF_MEMORY * memory) / 2 ** 20);
}

/**
 * Starts the thread and passes its events to the listener. When it ends, open calls fail with a `UserError`.
 */
export function startWorkerThread(listener: Listener, options: WorkerThreadOptions): WorkerThread {
  const { entry = new URL('./worker-thread.js', import.meta.url), heap = usualHeap() } = options;
  const resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG };
  const worker = new Worker(entry, { name: 'archive-service', resourceLimits });
  const calls = connect<WorkerCalls>(worker, listener);
  let ending: Ending | null = null;
  worker.on('error', (error) => {
    ending = isOutOfMemory(error) ? { reason: outOfMemory(heap) } : { reason: String(error), error };
  });
  const ended = new Promise<Ending>((resolve) => {
    worker.on('exit', (status) => {
      ending ??= { reason: `status ${status}` };
      calls.$close(closedForNow());
      resolve(ending);
    });
  });
  return {
    calls,
    ended,
    get ending() {
      return ending;
    },
    end: () => inTime(() => worker.terminate(), FAREWELL).catch(() => undefined),
  };
}

/** Returns the error for calls made while the thread is not running. */
export function closedForNow(): UserError {
  return new UserError(
    'service-closed',
    'The archive is being opened again.',
    'Please ask again in a minute.',
  );
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory(heap: number): string {
  return `${heap} MB of memory were not enough; NODE_OPTIONS=--max-old-space-size=… sets another limit`;
}
