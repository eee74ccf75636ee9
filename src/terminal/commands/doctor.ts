import type { Command } from 'commander';
import type { Check, Finding } from '../../finding.js';
import { UserError } from '../../user-error.js';
import type { CommandContext } from '../command-context.js';
import { harmless, jsonLine } from '../rendering/harmless.js';

const MARKS = { good: 'ok', note: '!', wrong: 'X' } as const;

/** The width of the column that names the part. */
const PART = 10;

/** @param checks returns what to look at, in this order; called when the command runs */
export function addDoctorCommand(
  program: Command,
  context: CommandContext,
  checks: () => readonly Check[],
): void {
  program
    .command('doctor')
    .description('say what is wrong with this installation, and what to do about it')
    .option('--json', 'print one line of JSON for each finding')
    .addHelpText('after', '\nThe exit status is 0 if nothing is wrong, else 1.')
    .action(async ({ json }: { json?: true }) => {
      let wrong = 0;
      for (const check of checks()) {
        for (const finding of await check()) {
          if (finding.state === 'wrong') wrong += 1;
          context.output.write(`${json ? jsonLine(finding) : harmless(findingText(finding))}\n`);
        }
      }
      if (wrong > 0) throw foundWrong(wrong);
    });
}

export function findingText({ part, state, words, hint = null }: Finding): string {
  const line = `${MARKS[state].padEnd(3)} ${part.padEnd(PART)} ${words}`;
  if (hint === null) return line;
  return `${line}${/[.!?:]$/.test(words) ? '' : '.'} ${hint}`;
}

function foundWrong(count: number): UserError {
  const words = count === 1 ? 'One thing is wrong' : `${count} things are wrong`;
  return new UserError('doctor-found', `${words}; see the lines with an X.`);
}
