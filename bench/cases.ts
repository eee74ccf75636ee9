import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { UserError } from '../src/user-error.js';
import { readCases } from './cases/case.js';
import { runCase } from './cases/run-case.js';
import { runCommand } from './run-command.js';

interface CommandLine {
  readonly folder?: string;
  readonly verbose?: boolean;
}

/** An exit status has no room for more. */
const MOST_COUNTED = 250;

const usual = path.join(import.meta.dirname, '..', '..', 'shared', 'cases');

const program = new Command('cases')
  .description(
    'Runs cases: folders with a case.json that say what goes in and what must, or must not, come out. The exit status is the number of those that do not pass.',
  )
  .argument('[beginning...]', 'only cases whose names begin with one of these')
  .option('--verbose', 'print what each case gave')
  .option('--folder <folder>', 'where the cases are', existsSync(usual) ? usual : undefined);

async function main(): Promise<void> {
  const { args } = program.parse();
  const { folder, verbose } = program.opts<CommandLine>();
  if (folder === undefined) throw new UserError('cases-no-folder', 'Say with --folder where the cases are.');
  let failing = 0;
  for (const each of readCases(folder, args)) {
    const { verdict, wrong, output } = await runCase(each);
    if (verdict !== 'pass') failing++;
    process.stdout.write(
      `${verdict.padEnd(6)} ${each.name} (${each.source})${wrong.map((line) => `\n         ${line}`).join('')}\n`,
    );
    if (verbose) process.stdout.write(`${output}\n`);
  }
  process.exitCode = Math.min(failing, MOST_COUNTED);
}

await runCommand(main);
