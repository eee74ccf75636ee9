import { isHeldUp } from './in-time.js';

/** Signals that ask a program to end. */
const ENDING = ['SIGINT', 'SIGTERM'] as const;

export type EndingSignal = (typeof ENDING)[number];

/** The exit status a shell reports for a process that a signal ended. */
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGKILL: 137 } as const;

/**
 * Two signals within this many milliseconds count as one. npm passes a signal on to its child even if the
 * terminal or systemd has sent it to both, so it arrives twice.
 */
const SAME = 1_000;

/** The first signal that asked the process to end; null until then. */
let asked: EndingSignal | null = null;

/**
 * Ends the process when a signal asks it to. The first signal calls `leave`; a later one, or one with nothing
 * to leave, ends the process at once.
 * @param leave starts an orderly shutdown; returns false if there is nothing to shut down
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
 * Ends the process, whatever is still running in it. Node waits for its threads on exit, even for one that
 * waits for a drive that does not answer; then only a signal ends the process.
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

/** Ends the process as if it did not handle the signal, so that shells and systemd see why it ended. */
function endBy(signal: EndingSignal | 'SIGKILL'): never {
  // A progress line may be half drawn; the shell's prompt belongs below it.
  if (process.stderr.isTTY) process.stderr.write('\n');
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  // As the first process of a container, it survives signals that it does not handle.
  process.exit(STATUS[signal]);
}
