import { UserError } from '../src/user-error.js';

/** Runs a command; what its user can mend is told in a line, and ends it with status 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}${error.hint === null ? '' : ` ${error.hint}`}\n`);
    process.exitCode = 1;
  }
}
