import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { KINDS, type Kind, SHARES } from './hostile-inputs.js';
import type { Outcome, Piece, Told } from './serve-inputs.js';

export interface HostileReport {
  readonly inputs: Readonly<Record<Kind, number>>;
  /** What was more than a refusal: an error, a stall over a second of processor time, a prototype changed, a death. */
  readonly failed: readonly string[];
  /** Of one input of each kind, in processor milliseconds. */
  readonly longest: Readonly<Record<Kind, number>>;
  readonly perSecond: number;
}

const CHILD = fileURLToPath(new URL('hostile-child.js', import.meta.url));
/** What the bot's reading thread may take of memory, in megabytes. */
const HEAP = 256;
/** Inputs that are made with one seed. */
const PIECE = 500;
/** A child that says nothing for so long is stuck, in milliseconds: many times a stall, as the machine may be busy. */
const STUCK = 180_000;

/** Reads hostile inputs as the program would, in a process with its limits, and tells what is more than a refusal. */
export async function readHostile(
  count: number,
  seed: number,
  onRead: (done: number) => void = () => {},
): Promise<HostileReport> {
  const began = performance.now();
  const [inputs, longest] = [zeroes(), zeroes()];
  const failed: string[] = [];
  let [done, piece] = [0, seed * 1_000_000];
  let child = new Child();
  try {
    for (const kind of KINDS) {
      const share = Math.round((count * SHARES[kind]) / 100);
      while (inputs[kind] < share) {
        piece += 1;
        const asked = { kind, count: Math.min(PIECE, share - inputs[kind]), seed: piece };
        const outcome = await child.read(asked);
        if (outcome.died) child = new Child();
        if (outcome.failed) failed.push(inWords(asked, outcome.failed));
        inputs[kind] += outcome.read;
        longest[kind] = Math.max(longest[kind], Math.round(outcome.longest));
        done += outcome.read;
        onRead(done);
      }
    }
  } finally {
    child.end();
  }
  return { inputs, failed, longest, perSecond: (done / (performance.now() - began)) * 1000 };
}

function inWords({ kind, seed }: Piece, { why, input, length }: NonNullable<Outcome['failed']>): string {
  return `${kind} (seed ${seed}): ${why}: ${JSON.stringify(input)} (${length})`;
}

function zeroes(): Record<Kind, number> {
  // Every kind is in the list of kinds.
  return Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
}

class Child {
  readonly #process: ChildProcess = fork(CHILD, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [`--max-old-space-size=${HEAP}`],
  });
  readonly #ready = new Promise<void>((resolve) => this.#process.once('message', () => resolve()));

  end(): void {
    this.#process.disconnect();
  }

  async read(piece: Piece): Promise<Outcome & { died: boolean }> {
    const child = this.#process;
    let at = 0;
    await Promise.race([this.#ready, new Promise((resolve) => child.once('exit', resolve))]);
    return new Promise((resolve) => {
      const finish = (outcome: Outcome, died: boolean) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve({ ...outcome, died });
      };
      const timer = setTimeout(() => child.kill('SIGKILL'), STUCK);
      child.on('message', (told: Told) => {
        timer.refresh();
        if ('at' in told) at = told.at;
        else finish(told, false);
      });
      child.once('exit', (code, signal) => {
        const why = `the process ended by ${signal ?? code} at input ${at} of its piece`;
        finish({ read: Math.max(1, at), longest: 0, failed: { input: '', length: 0, why } }, true);
      });
      if (child.exitCode === null && child.signalCode === null) child.send(piece);
    });
  }
}
