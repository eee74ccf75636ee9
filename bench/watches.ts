import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { wholeNumberAboveZero, wholeNumbersAboveZero } from './arguments.js';
import { progressOn } from './progress.js';
import { runCommand } from './run-command.js';
import { articlesToImport } from './speed/articles.js';
import { killRounds } from './watching/kill-rounds.js';
import {
  buildMatchingArchive,
  type MatchingLoad,
  type MatchingResult,
  measureMatching,
} from './watching/measure-matching.js';

interface CommandLine {
  readonly articles?: string;
  readonly count: number;
  readonly watches: readonly number[];
  readonly incoming: number;
  readonly rate: number;
  readonly kills?: number;
  readonly json?: boolean;
}

const program = new Command('bench:watches')
  .description(
    'Measures what an article that comes in costs over so many watches (some five minutes on two free cores); or, with --kills, whether alerts are lost or doubled when processes are killed (a second each).',
  )
  .option('--articles <file>', 'articles, as news/articles.jsonl.gz (default: variations of seeds/)')
  .option('--count <articles>', 'how many the archive holds', wholeNumberAboveZero, 20_000)
  .option(
    '--watches <counts>',
    'over how many watches',
    wholeNumbersAboveZero,
    [100, 500, 1_000, 2_500, 5_000],
  )
  .option('--incoming <articles>', 'how many come in for each of them', wholeNumberAboveZero, 30)
  .option('--rate <articles>', 'how many come in a minute', wholeNumberAboveZero, 60)
  .option(
    '--kills <count>',
    'kill so many processes that send alerts, and measure nothing else',
    wholeNumberAboveZero,
  )
  .option('--json', 'print one JSON object instead of a table');

async function main(): Promise<void> {
  const options = program.parse().opts<CommandLine>();
  process.stdout.write(
    options.kills === undefined ? await matching(options) : await killed(options.kills, options),
  );
}

async function killed(count: number, { json }: CommandLine): Promise<string> {
  const progress = progressOn(process.stderr)('kills', count);
  const result = await killRounds(count, () => progress.tick());
  progress.done();
  if (json) return `${JSON.stringify({ machine: machine(), kills: result })}\n`;
  const { kills, alerts, lost, doubled } = result;
  return `${kills} kills, ${alerts} alerts: ${lost} lost, ${doubled} doubled\n`;
}

async function matching(options: CommandLine): Promise<string> {
  const { count, rate, incoming, json } = options;
  const results = await matched(options);
  if (json) return `${JSON.stringify({ machine: machine(), articles: count, matching: results })}\n`;
  return [
    `${machine()}; ${count} articles, ${rate} a minute, ${incoming} for each row`,
    '',
    '| watches | processor time an article: median | p95 | longest piece | event loop late by: p99 | most | alerts | indexed at the start in |',
    '|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...results.map(rowOf),
    '',
  ].join('\n');
}

function machine(): string {
  return `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.versions.node}`;
}

async function matched({
  articles: file,
  count,
  watches,
  incoming,
  rate,
}: CommandLine): Promise<MatchingResult[]> {
  const all = await articlesToImport(file, count + incoming);
  const progress = progressOn(process.stderr)('articles', count);
  const held = all.slice(0, count);
  const archive = await buildMatchingArchive(held, () => progress.tick());
  progress.done();
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-watches-'));
  const load: MatchingLoad = { archive, held, incoming: all.slice(count), rate, folder };
  const results: MatchingResult[] = [];
  for (const number of watches) {
    const result = await measureMatching(load, number);
    process.stderr.write(`${rowOf(result)}\n`);
    results.push(result);
  }
  rmSync(folder, { recursive: true, force: true });
  return results;
}

function rowOf({ watches, processor, slice, delay, alerts, indexing }: MatchingResult): string {
  const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
  const times = [processor.median, processor.p95, slice, delay.p99, delay.most].map(ms);
  return `| ${[watches.toLocaleString('en'), ...times, alerts.toLocaleString('en'), `${(indexing / 1_000).toFixed(1)} s`].join(' | ')} |`;
}

await runCommand(main);
