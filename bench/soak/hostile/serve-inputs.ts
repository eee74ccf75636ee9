import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { openArchive } from '../../../src/archive/open-archive.js';
import { ForgedCommands } from './forge.js';
import { HOSTILE, type Kind } from './hostile-inputs.js';
import { readInput } from './read-input.js';

/** What the parent asks for. */
export interface Piece {
  readonly kind: Kind;
  readonly count: number;
  readonly seed: number;
}

/** What the child says: before each input which it is, and at the end of a piece what came of it. */
export type Told = { readonly at: number } | Outcome;

export interface Outcome {
  readonly read: number;
  /** The longest of an input, in processor milliseconds. */
  readonly longest: number;
  /** The smallest input found that fails as one of them did, and what it did. */
  readonly failed: { readonly input: string; readonly length: number; readonly why: string } | null;
}

/** Processor milliseconds for one input. */
const STALL = 1_000;
/** So much of an input is told. */
const MOST_TOLD = 300;
/** How long a smaller input that fails too is looked for, in milliseconds. */
const SHRINKING = 60_000;

/** Reads what the parent asks for until the parent disconnects. */
export async function serveHostileInputs(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-hostile-'));
  const archive = await openArchive({ articlesFolder: path.resolve('seeds'), indexFolder: folder });
  let commands: ForgedCommands | null = null;
  const read = async (kind: Kind, input: string): Promise<void> => {
    if (kind !== 'command') return readInput(kind, input, archive);
    commands ??= await ForgedCommands.open();
    return commands.send(input);
  };
  process.on('message', (piece: Piece) => void readPiece(piece, read).then(tell));
  process.on('disconnect', () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit();
  });
  await tell({ at: 0 });
}

function tell(told: Told): Promise<void> {
  return new Promise((resolve) => process.send?.(told, () => resolve()));
}

async function readPiece(
  { kind, count, seed }: Piece,
  read: (kind: Kind, input: string) => Promise<void>,
): Promise<Outcome> {
  let [at, longest, failedAt] = [0, 0, Number.POSITIVE_INFINITY];
  const property = fc.asyncProperty(HOSTILE[kind], async (input) => {
    // What passes makes fast-check stop looking for a smaller one.
    if (performance.now() - failedAt > SHRINKING) return;
    at += 1;
    process.send?.({ at });
    const before = process.cpuUsage();
    try {
      await read(kind, input);
      const took = process.cpuUsage(before).user / 1000;
      longest = Math.max(longest, took);
      if (took > STALL) throw new Error(`a stall of ${took.toFixed(0)} ms`);
      if ('polluted' in {}) throw new Error('a prototype was changed');
    } catch (error) {
      Reflect.deleteProperty(Object.prototype, 'polluted');
      failedAt = Math.min(failedAt, performance.now());
      throw error;
    }
  });
  const outcome = await fc.check(property, { numRuns: count, seed });
  const [input] = outcome.counterexample ?? [];
  return {
    read: outcome.numRuns,
    longest,
    failed: input === undefined ? null : failure(input, outcome.errorInstance),
  };
}

function failure(input: string, error: unknown): NonNullable<Outcome['failed']> {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { input: input.slice(0, MOST_TOLD), length: input.length, why };
}
