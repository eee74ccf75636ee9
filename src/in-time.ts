/** How long to wait for a drive, in milliseconds. Every working drive answers within this time. */
const LIMIT = 10_000;

/**
 * How many of these operations run at once. Node has four threads for files by default, so drives that hang
 * block at most this many of them.
 */
const PLACES = 2;

/** Thrown when an operation did not finish in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

let running = 0;
/** How many of the running operations timed out. Each keeps its place until its drive answers after all. */
let givenUp = 0;
const waiting: (() => void)[] = [];

/**
 * Runs an operation that waits for a drive and gives up on it after `limit`. A drive may never answer, such
 * as a network drive that has gone. At most two operations run at a time; while both have timed out, others
 * fail at once.
 * @param limit milliseconds from the moment the operation starts
 * @throws TooLate, or what `work` throws
 */
export async function inTime<T>(work: () => Promise<T>, limit = LIMIT): Promise<T> {
  while (running >= PLACES) {
    if (givenUp >= PLACES) throw new TooLate('The drive does not answer');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  let isLate = false;
  const done = work().finally(() => {
    running -= 1;
    if (isLate) givenUp -= 1;
    wake();
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      givenUp += 1;
      wake();
      reject(new TooLate(`Nothing came within ${limit / 1000} seconds`));
    }, limit);
  });
  try {
    // `race` also handles the rejection of whichever loses.
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Returns whether an operation that timed out is still running. The process cannot exit by itself while one
 * is.
 */
export function isHeldUp(): boolean {
  return givenUp > 0;
}

function wake(): void {
  for (const each of waiting.splice(0)) each();
}
