import { setImmediate as nextTurn } from 'node:timers/promises';

/** For so long a thread is kept from other work, in milliseconds. */
const SLICE = 10;

/** Divides long work into slices, so that other work of the thread has its turns in between. */
export class Turns {
  #sliceEnds = 0;

  /** To be called between two pieces of the work; waits if the slice is over. */
  async next(): Promise<void> {
    if (performance.now() < this.#sliceEnds) return;
    await nextTurn();
    this.#sliceEnds = performance.now() + SLICE;
  }
}
