import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { z } from 'zod';
import { percentile } from '../metrics/times.js';
import { FETCHED } from './engines/fetched.js';
import { SHARING } from './engines/index.js';
import { hasLanceDb } from './engines/lancedb.js';
import { built, type Duration, type Figures, type Found, found, type Order } from './measured.js';

const run = promisify(execFile);
const inHere = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Memory limit of an engine's process, in megabytes. */
const MEMORY = 8_000;
const MEGABYTE = 1024 * 1024;
/** The limit on the clock, as a multiple of the limit on processor time. */
const PATIENCE = 10;
/** Most bytes that a process may print: it prints the hits of every question. */
const OUTPUT = 256 * MEGABYTE;

export interface EngineRun {
  readonly cost: Omit<Figures, 'hit1' | 'hit1000'>;
  readonly found: Found;
}

/**
 * Lets one engine build its index and answer the questions, each step in its own process.
 * @returns what the engine costs and found, or why it did not finish
 */
export async function runEngine(order: Omit<Order, 'step'>): Promise<EngineRun | string> {
  const { limit } = order;
  const missing = missingFor(order.engine);
  if (missing !== null) return missing;
  const shares = SHARING.has(order.engine);
  try {
    if (!shares) {
      rmSync(order.folder, { recursive: true, force: true });
      mkdirSync(order.folder, { recursive: true });
    }
    const building =
      shares && existsSync(order.folder) ? null : await obey({ ...order, step: 'build' }, built);
    const savedMegabytes = bytesIn(order.folder) / MEGABYTE;
    const finding = await obey({ ...order, step: 'find' }, found);
    return {
      cost: {
        buildSeconds: building?.seconds ?? null,
        peakMegabytes: building?.peakMegabytes ?? null,
        savedMegabytes,
        heapMegabytes: finding.heapMegabytes,
        rssMegabytes: finding.rssMegabytes,
        startSeconds: finding.seconds,
        ...timesOf(finding),
      },
      found: finding,
    };
  } catch (error) {
    return error instanceof Error && 'signal' in error && error.signal !== null
      ? `over ${limit} s`
      : failureOf(error);
  }
}

function missingFor(engine: string): string | null {
  if (engine === 'lancedb' && !hasLanceDb()) return 'not installed';
  if (engine === 'lucene' && !existsSync(path.join(FETCHED, 'lucene'))) return 'not installed';
  return null;
}

async function obey<T>(order: Order, answer: z.ZodType<T>): Promise<T> {
  const { command, parameters } = order.engine === 'lucene' ? luceneCommand(order) : nodeCommand(order);
  // The shell limits processor time, as the engine is not to blame for what else the machine is doing.
  const limited = ['-c', `ulimit -t ${order.limit} && exec "$0" "$@"`, command, ...parameters];
  const { stdout } = await run('sh', limited, {
    timeout: PATIENCE * order.limit * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: OUTPUT,
  });
  return answer.parse(JSON.parse(stdout));
}

interface Command {
  readonly command: string;
  readonly parameters: readonly string[];
}

function nodeCommand(order: Order): Command {
  const process = inHere('engine-process.ts');
  return {
    command: globalThis.process.execPath,
    parameters: [
      '--expose-gc',
      `--max-old-space-size=${MEMORY}`,
      '--import',
      'tsx',
      process,
      JSON.stringify(order),
    ],
  };
}

function luceneCommand({ step, collection, folder, questionsFile }: Order): Command {
  const program = inHere('engines/LuceneEngine.java');
  const classes = path.join(FETCHED, 'lucene', '*');
  return {
    command: 'java',
    parameters: ['-cp', classes, program, step, collection.passagesFile, folder, questionsFile],
  };
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(folder, file),
  );
  return files.reduce((sum, file) => sum + (statSync(file).isFile() ? statSync(file).size : 0), 0);
}

/** Returns the line that names the failure, out of all that a process prints when it dies. */
function failureOf(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const said = text.split('\n').find((line) => /error|exception/i.test(line)) ?? 'no reason given';
  return `failed: ${said.trim().slice(0, 120)}`;
}

function timesOf({ answers }: Found): Pick<Figures, 'asked' | 'median' | 'p95'> {
  const times = answers.flatMap((answer) => answer?.ms ?? []);
  const at = (share: number): Duration => ({
    clock: percentile(
      times.map(({ clock }) => clock),
      share,
    ),
    processor: percentile(
      times.map(({ processor }) => processor),
      share,
    ),
  });
  return { asked: times.length, median: at(0.5), p95: at(0.95) };
}
