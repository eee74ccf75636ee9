/** Milliseconds in which every drive answers that is there. */
const LIMIT = 10_000;

/** Node has four threads for files by default. A drive that hangs keeps so many of them at most; the others go on. */
const PLACES = 2;

/** What was waited for did not come in time. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

let running = 0;
/** Of those that run, how many are given up; each keeps its place until its drive answers after all. */
let givenUp = 0;
const waiting: (() => void)[] = [];

/**
 * Does something that waits for a drive, which may not answer for ever: a network drive that has gone, for one. Two of
 * these run at a time; where both are given up, others fail at once.
 * @param limit in milliseconds, from the moment it begins
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
    // Of the two, `race` handles the error of that which loses.
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether something that was given up still runs: the process cannot end by itself as long as it does. */
export function isHeldUp(): boolean {
  return givenUp > 0;
}

function wake(): void {
  for (const each of waiting.splice(0)) each();
}
