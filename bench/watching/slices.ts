import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Does a work and measures the pieces that it is done in, from one turn of the event loop to the next.
 * @returns the processor time of each piece in milliseconds, of all threads: other processes do not lengthen it
 */
export async function slicesOf(work: () => Promise<void>): Promise<number[]> {
  const slices: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const before = process.cpuUsage();
      await nextTurn();
      const { user, system } = process.cpuUsage(before);
      slices.push((user + system) / 1_000);
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
  }
  return slices;
}
