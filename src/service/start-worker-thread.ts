import { totalmem } from 'node:os';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { inTime } from '../in-time.js';
import { type Calls, connect } from '../rpc/connect.js';
import { UserError } from '../user-error.js';
import type { Listener } from './archive-service.js';
import type { WorkerCalls } from './worker-calls.js';

/** The archive service's thread, from its start to its end. */
export interface WorkerThread {
  readonly calls: Calls<WorkerCalls>;
  /** Why it has ended; null as long as it lives. */
  readonly ending: Ending | null;
  readonly ended: Promise<Ending>;
  /** Ends it, whatever it is doing; one that waits for a drive which does not answer is left behind. */
  end(): Promise<unknown>;
}

export interface Ending {
  /** In plain words. */
  readonly reason: string;
  /** What it did not survive, where that tells more. */
  readonly error?: unknown;
}

export interface WorkerThreadOptions {
  /** The program that it runs. */
  readonly entry?: URL;
  /** Megabytes that its heap may have; see `usualHeap`. */
  readonly heap?: number;
}

/** How long it may take to end, in milliseconds. */
const FAREWELL = 5_000;

/** What V8 leaves to a thread, up to 4 GB, may be too little for a large archive, and this program does little else. */
const SHARE_OF_MEMORY = 0.75;

/** Megabytes of heap for a thread that nobody limited. `--max-old-space-size` overrules it. */
function usualHeap(): number {
  // Of a container, where there is one; without a limit it is 0 or more than there is.
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.floor((SHARE_OF_MEMORY * memory) / 2 ** 20);
}

/** Starts a thread that hears what the listener is told. When it ends, calls that are open fail with a `UserError`. */
export function startWorkerThread(listener: Listener, options: WorkerThreadOptions): WorkerThread {
  const { entry = new URL('./worker-thread.js', import.meta.url), heap = usualHeap() } = options;
  const resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: heap };
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

/** What those hear who ask while there is nobody to answer. */
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
