import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects the garbage of this thread, and gives the room that it took back to the system. V8 does so when there is much to
 * do, so that a quiet bot would keep all that starting, or its last answers, took. Takes some hundredths of a second.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect();
}

/**
 * The same, for a thread that has been quiet for seconds: it also moves together what is left, as a page of which anything is in
 * use cannot be given back, and V8 gives back the room for young objects only when few are made. Takes twice as long.
 */
export function collectGarbageThoroughly(): void {
  setFlagsFromString('--compact-on-every-full-gc');
  try {
    collectGarbage();
  } finally {
    setFlagsFromString('--no-compact-on-every-full-gc');
  }
}
