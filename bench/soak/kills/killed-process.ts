import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builtModules } from '../../../test/built.js';
import type { Orders, Point, Told, Work } from './points.js';

/** Bundled: from its sources it would take ten times as long to start. */
const PROGRAM = fileURLToPath(
  new URL('kill-child.js', builtModules('kills', 'bench/soak/kills/kill-child.ts')),
);

/** A timer is late by up to so many milliseconds. */
const IMPRECISION = 2;

/** A process that waits for its orders, and is killed while it carries them out. */
export class KilledProcess {
  readonly #child: ChildProcess;

  constructor(readonly work: Work) {
    this.#child = fork(PROGRAM, [work], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Without the loader of sources that this process may run with.
      execArgv: [],
    });
  }

  /**
   * @param delay how long after the point has begun it is killed, in milliseconds
   * @param hear is told all that it tells
   * @returns where it was when it died; null if it had finished before
   */
  async killAt(
    orders: Orders,
    point: Point,
    delay: number,
    hear: (told: Told) => void,
  ): Promise<Point | null> {
    const child = this.#child;
    let last: Point | null = null;
    let isAimed = false;
    let isFinished = false;
    child.on('message', (told: Told) => {
      hear(told);
      if ('finished' in told || 'failed' in told) isFinished = true;
      if ('begin' in told) last = told.begin;
      if (isAimed || !('begin' in told) || told.begin !== point) return;
      isAimed = true;
      void waited(delay).then(() => child.kill('SIGKILL'));
    });
    // Not `exit`: what it told before is heard first.
    const closed = once(child, 'close');
    child.send(orders);
    await closed;
    return isFinished ? null : last;
  }

  /** Ends it before it has got orders. */
  discard(): void {
    this.#child.kill('SIGKILL');
  }
}

async function waited(milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  if (milliseconds > IMPRECISION) await sleep(milliseconds - IMPRECISION);
  while (performance.now() < until) await nextTurn();
}
