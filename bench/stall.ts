import { availableParallelism, cpus } from 'node:os';
import { Command } from 'commander';
import { builtMain } from '../test/built.js';
import { wholeNumberAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';
import { articlesToImport } from './speed/articles.js';
import { THREADS } from './stall/measured-process.js';
import { type Load, runUnderLoad, type StallResult } from './stall/run-under-load.js';
import { stallReport } from './stall/stall-report.js';
import { pagesReport, readWorstPages } from './stall/worst-pages.js';

interface CommandLine {
  readonly articles?: string;
  readonly count: number;
  readonly rate: number;
  readonly seconds: number;
  readonly pages?: boolean;
  readonly json?: boolean;
}

const program = new Command('bench:stall')
  .description(
    'Measures how long the event loop that keeps the connection to Discord is held up, while articles are imported and questions asked: with the archive service and the store in threads of their own, and in the same thread. The bot is the real one; Discord is a stand-in.',
  )
  .option(
    '--articles <file>',
    'articles to import, as news/articles.jsonl.gz (default: variations of seeds/)',
  )
  .option('--count <articles>', 'how many to drop into the folder', wholeNumberAboveZero, 6_000)
  .option('--rate <questions>', 'how many questions are asked a second', wholeNumberAboveZero, 20)
  .option('--seconds <seconds>', 'how long each of the two may take', wholeNumberAboveZero, 240)
  .option(
    '--pages',
    'measure instead how long answers take while the worst pages are read, and how much memory that takes',
  )
  .option('--json', 'print one JSON object instead of a table');

async function main(): Promise<void> {
  const { articles, count, rate, seconds, pages, json } = program.parse().opts<CommandLine>();
  builtMain();
  if (pages) {
    const results = await readWorstPages((page) => process.stderr.write(`${page}\n`));
    process.stdout.write(
      json
        ? `${JSON.stringify({ machine: machine(), results })}\n`
        : `${machine()}\n\n${pagesReport(results)}\n`,
    );
    return;
  }
  const load: Load = { articles: await articlesToImport(articles, count), rate, seconds };
  const results: StallResult[] = [];
  for (const thread of THREADS) {
    process.stderr.write(`The archive service in ${thread} thread: at most ${seconds} s\n`);
    results.push(await runUnderLoad(thread, load));
  }
  process.stdout.write(
    json
      ? `${JSON.stringify({ machine: machine(), count, rate, results })}\n`
      : `${machine()}\n\n${stallReport(results)}\n`,
  );
}

function machine(): string {
  return `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.versions.node}`;
}

await runCommand(main);
