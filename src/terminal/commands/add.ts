import type { Command } from 'commander';
import type { Ingester, IngestOutcome } from '../../ingest/ingester.js';
import { UserError } from '../../user-error.js';
import type { CommandContext } from '../command-context.js';
import { ProgressLine } from '../progress-line.js';
import { outcomeText, tallyText } from '../rendering/outcome-text.js';

/** Passes an ingester to `use`, then closes it and saves the index, even if `use` fails. */
export type WithIngester = <T>(use: (ingester: Ingester) => Promise<T>) => Promise<T>;

/** How many outcomes are listed one by one. After these, only failures are. */
const TOLD = 20;

export function addAddCommand(program: Command, context: CommandContext, withIngester: WithIngester): void {
  program
    .command('add')
    .description('add articles: pages by address, files, folders, or many as JSON Lines')
    .argument('<file-or-address...>', 'a .txt, .md, .html or .jsonl file, a folder, or https://…')
    .addHelpText(
      'after',
      '\nA .jsonl file holds one article a line: {"title", "publisher", "url", "date", "text"}; only the text is needed.\n' +
        'What is there already is not added twice, so that an import that was broken off can be started again.',
    )
    .action((what: readonly string[]) => withIngester((ingester) => addAll(what, ingester, context)));
}

async function addAll(what: readonly string[], ingester: Ingester, context: CommandContext): Promise<void> {
  const progress = new ProgressLine(context.errors);
  const outcomes: IngestOutcome['result'][] = [];
  try {
    for (const each of what) {
      for await (const outcome of ingester.add(each, (step) => progress.show(step))) {
        outcomes.push(outcome.result);
        const isFault = outcome.result instanceof UserError;
        if (!isFault && outcomes.length > TOLD) continue;
        progress.note(outcomeText(outcome), isFault ? context.errors : context.output);
      }
    }
  } finally {
    progress.end();
    if (outcomes.length > 1) context.output.write(`${tallyText(outcomes)}\n`);
  }
  if (outcomes.every((result) => result instanceof UserError)) {
    throw new UserError('add-nothing', 'Nothing was added.');
  }
}
