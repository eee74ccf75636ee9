import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { UserError } from '../src/user-error.js';
import { builtModules } from '../test/built.js';
import { namesAmong, wholeNumberAboveZero, wholeNumbersAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';
import { SLOW, SPEED_ENGINE_NAMES, type SpeedEngineName } from './speed/engines/index.js';
import { measureSpeed } from './speed/measure-speed.js';
import { type Run, run as runSchema } from './speed/measured.js';
import { speedPlot } from './speed/speed-plot.js';
import { speedTables } from './speed/speed-table.js';

const USUAL_ARTICLES = fileURLToPath(new URL('../../shared/eval/news/articles.jsonl.gz', import.meta.url));

interface CommandLine {
  readonly articles?: string;
  readonly passages: readonly number[];
  readonly engines?: readonly SpeedEngineName[];
  readonly limit: number;
  readonly plot?: string;
  readonly keep?: string;
  readonly collections?: string;
  readonly json?: boolean;
}

const program = new Command('bench')
  .description(
    'Measures what Clippings, plain MiniSearch and other search engines cost over the same passages and questions.',
  )
  .option(
    '--articles <file>',
    'articles, as news/articles.jsonl.gz; questions.jsonl beside it, else headlines are asked (default: ../shared/eval/news if it is there)',
  )
  .addOption(
    new Option('--passages <counts>', 'the sizes; articles are varied where there are too few')
      .argParser(wholeNumbersAboveZero)
      .default([10_000, 80_000, 350_000], '10000,80000,350000'),
  )
  .addOption(
    new Option(
      '--engines <engines>',
      `some of ${SPEED_ENGINE_NAMES.join(', ')} (default: all, without ${[...SLOW].join(', ')} over 50,000 passages)`,
    ).argParser(namesAmong(SPEED_ENGINE_NAMES)),
  )
  .option(
    '--limit <seconds>',
    'of the processor that building, and answering all questions, may each take',
    wholeNumberAboveZero,
    300,
  )
  .option('--plot <file>', 'also draw cost against size, as SVG')
  .option('--keep <file>', 'keep the figures in a file, and measure only those that it lacks')
  .option(
    '--collections <folder>',
    'keep the articles and passages of each size in a folder, and take those that are there',
  )
  .option('--json', 'print one JSON object instead of tables');

async function main(): Promise<void> {
  const options = program.parse().opts<CommandLine>();
  const articlesFile = options.articles ?? USUAL_ARTICLES;
  if (!existsSync(articlesFile)) {
    throw new UserError(
      'bench-no-articles',
      options.articles === undefined ? 'There are no articles.' : `There is no ${articlesFile}.`,
      'Name a file of articles with --articles; bench/README.md describes it.',
    );
  }
  builtModules('speed', 'bench/speed/engines/clippings.ts', 'src/archive/folders/reading-thread.ts');
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  const result = await measureSpeed(
    {
      articlesFile,
      sizes: options.passages,
      engines: options.engines ?? null,
      limit: options.limit,
      folder,
      collections: options.collections ?? null,
    },
    startOf(options.keep),
    (run, line) => {
      process.stderr.write(`${line}\n`);
      if (options.keep !== undefined) writeFileSync(options.keep, toJson(run));
    },
  );
  if (options.plot !== undefined) writeFileSync(options.plot, speedPlot(result));
  process.stdout.write(options.json ? toJson(result) : `${result.machine}\n\n${speedTables(result)}\n`);
}

/** What an earlier run kept, or nothing yet. */
function startOf(keep: string | undefined): Run {
  if (keep !== undefined && existsSync(keep)) {
    const parsed = runSchema.safeParse(parseJson(readFileSync(keep, 'utf8')));
    if (parsed.success) return parsed.data;
    throw new UserError(
      'bench-bad-results',
      `${keep} does not hold results of a benchmark.`,
      'Name another file.',
    );
  }
  return { machine: machine(), articles: {}, questions: 0, measurements: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${memory}, Node.js ${process.versions.node}, ${process.platform}; load ${load} at the start.`;
}

function toJson(run: Run): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}

await runCommand(main);
