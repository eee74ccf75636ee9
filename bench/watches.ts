import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { wholeNumber, wholeNumberAboveZero, wholeNumbersAboveZero } from './arguments.js';
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
  readonly kills: number;
  readonly json?: boolean;
}

const program = new Command('bench:watches')
  .description(
    'Measures what an article that comes in costs over so many watches, and whether alerts are lost or doubled when processes are killed.',
  )
  .option('--articles <file>', 'articles, as news/articles.jsonl.gz (default: variations of seeds/)')
  .option('--count <articles>', 'how many the archive holds', wholeNumberAboveZero, 20_000)
  .option('--watches <counts>', 'over how many watches', wholeNumbersAboveZero, [500, 1_000, 2_500, 5_000])
  .option('--incoming <articles>', 'how many come in for each of them', wholeNumberAboveZero, 60)
  .option('--rate <articles>', 'how many come in a minute', wholeNumberAboveZero, 60)
  .option('--kills <count>', 'how many processes are killed', wholeNumber, 200)
  .option('--json', 'print one JSON object instead of a table');

async function main(): Promise<void> {
  const options = program.parse().opts<CommandLine>();
  const matching = await matched(options);
  const startProgress = progressOn(process.stderr);
  const progress = startProgress('kills', options.kills);
  const kills = options.kills > 0 ? await killRounds(options.kills, () => progress.tick()) : null;
  progress.done();
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.versions.node}`;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ machine, articles: options.count, matching, kills })}\n`);
    return;
  }
  const lines = matching.map(lineOf);
  const told =
    kills === null
      ? ''
      : `\n${kills.kills} kills, ${kills.alerts} alerts: ${kills.lost} lost, ${kills.doubled} doubled\n`;
  process.stdout.write(
    `${machine}; ${options.count} articles, ${options.rate} a minute\n\n${lines.join('\n')}\n${told}`,
  );
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
    process.stderr.write(`${lineOf(result)}\n`);
    results.push(result);
  }
  rmSync(folder, { recursive: true, force: true });
  return results;
}

function lineOf({ watches, processor, delay, alerts, indexing }: MatchingResult): string {
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  return `${watches} watches: processor ${ms(processor.median)} an article (p95 ${ms(processor.p95)}, most ${ms(processor.most)}), event loop p99 ${ms(delay.p99)}, most ${ms(delay.most)}; ${alerts} alerts; indexed in ${ms(indexing)}`;
}

await runCommand(main);
