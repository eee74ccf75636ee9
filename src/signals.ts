import { isHeldUp } from './in-time.js';

/** Signals that ask a program to end. */
const ENDING = ['SIGINT', 'SIGTERM'] as const;

export type EndingSignal = (typeof ENDING)[number];

/** What a shell calls the end by a signal. */
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 } as const;

/**
 * npm passes on to its child what a terminal or systemd has sent to both, so that one signal comes twice. Within so many
 * milliseconds it is the same one.
 */
const SAME = 1_000;

/** The one that it was asked by; null until then. */
let asked: EndingSignal | null = null;

/**
 * Ends the process when it is asked to: at the first signal by `leave`, where that can be, and at a later one at once.
 * @param leave begins to leave; false where nothing has to be done first
 */
export function onEndingSignals(leave: () => boolean): void {
  let first: number | null = null;
  for (const signal of ENDING) {
    process.on(signal, () => {
      asked ??= signal;
      if (first === null && leave()) first = Date.now();
      else if (first === null || Date.now() - first > SAME) endBy(signal);
    });
  }
}

/**
 * Ends the process, whatever still runs in it. Node waits for its threads when it exits, also for one that waits for a
 * drive which does not answer. Then only a signal ends it.
 */
export function endNow(status = process.exitCode): never {
  if (isHeldUp()) {
    process.stderr.write(
      'clippings: A drive does not answer; leaving without what was to be read from it.\n',
    );
    endBy(asked ?? 'SIGKILL');
  }
  process.exit(status);
}

/** Ends the process as if nobody had listened to the signal, which is how shells and systemd know why it ended. */
function endBy(signal: EndingSignal | 'SIGKILL'): never {
  // A line of progress may be half drawn; the shell's prompt comes below it.
  if (process.stderr.isTTY) process.stderr.write('\n');
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // The first process of a container is not ended by signals that it does not listen to.
  process.exit(STATUS[signal]);
}
