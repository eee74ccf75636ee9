import { CommanderError } from 'commander';
import { UserError } from '../user-error.js';
import { harmless } from './rendering/harmless.js';

export interface Failure {
  readonly status: 0 | 1 | 2;
  /** The line to print; null if everything has been said already. */
  readonly line: string | null;
  /** The stack trace, for whoever fixes the fault; null if the input was wrong. */
  readonly trace: string | null;
}

/**
 * Returns how a command that threw ends: status 2 for wrong input, 1 for a failure. An error that is not a
 * `UserError` is a fault of ours.
 */
export function failureOf(error: unknown): Failure {
  // Commander has already printed its message or the help.
  if (error instanceof CommanderError)
    return { status: error.exitCode === 0 ? 0 : 2, line: null, trace: null };
  if (error instanceof UserError) {
    const line = error.hint === null ? error.message : `${error.message} ${error.hint}`;
    return { status: isUsage(error) ? 2 : 1, line: harmless(line), trace: null };
  }
  if (error instanceof Error && 'code' in error && (error.code === 'EMFILE' || error.code === 'ENFILE')) {
    const line =
      'Too many files are open. Raise the limit, with "ulimit -n 1024" or LimitNOFILE= in the unit of systemd.';
    return { status: 1, line, trace: error.stack ?? null };
  }
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const line = `Something went wrong that should not: ${harmless(message)} (LOG_LEVEL=debug tells where)`;
  return { status: 1, line, trace: stack };
}

function isUsage({ code }: UserError): boolean {
  return code.startsWith('usage-') || code.startsWith('question-');
}
