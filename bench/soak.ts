import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { openArchive } from '../src/archive/open-archive.js';
import { namesAmong, wholeNumberAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';
import { seededRandom } from './shuffle.js';
import { killOften } from './soak/kills.js';
import { patternsOf, slowTextOf } from './soak/patterns.js';
import { readHostile } from './soak/read-hostile.js';

const PARTS = ['kills', 'inputs', 'patterns'] as const;

interface CommandLine {
  readonly only?: readonly (typeof PARTS)[number][];
  readonly kills: number;
  readonly inputs: number;
  readonly tries: number;
  readonly seed: number;
}

const program = new Command('soak')
  .description(
    'Tries to stop the program for hours: kills real processes at aimed points, reads inputs made to break it, and searches for texts over which its regular expressions are slow. Prints what was lost, doubled, crashed or stalled: nothing, if all is well.',
  )
  .option('--only <parts>', `some of ${PARTS.join(', ')}, with commas between`, namesAmong(PARTS))
  .option('--kills <count>', 'how many processes are killed', wholeNumberAboveZero, 1_000)
  .option('--inputs <count>', 'how many hostile inputs are read', wholeNumberAboveZero, 100_000)
  .option('--tries <count>', 'how many texts are tried for each regular expression', wholeNumberAboveZero, 60)
  .option('--seed <number>', 'another seed makes other inputs', wholeNumberAboveZero, 1);

async function main(): Promise<void> {
  const { only = PARTS, kills, inputs, tries, seed } = program.parse().opts<CommandLine>();
  const random = seededRandom(seed);
  const every = (step: number, what: string) => (done: number) => {
    if (done % step === 0) process.stderr.write(`${done} ${what}\n`);
  };
  if (only.includes('inputs')) tell('inputs', await hostile(inputs, seed, every(1_000, 'inputs')));
  if (only.includes('patterns')) {
    const patterns = await patternsOf(path.resolve('src'));
    const slow = patterns.flatMap((pattern) => slowTextOf(pattern, tries, random) ?? []);
    tell('patterns', {
      searched: patterns.length,
      slow: slow.map(({ pattern, ...rest }) => ({
        file: pattern.file,
        pattern: String(pattern.expression),
        ...rest,
      })),
    });
  }
  if (only.includes('kills')) tell('kills', await killOften(kills, random, every(10, 'kills')));
}

async function hostile(count: number, seed: number, onRead: (done: number) => void) {
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-hostile-'));
  const archive = await openArchive({ articlesFolder: path.resolve('seeds'), indexFolder: folder });
  try {
    return await readHostile(count, seed, archive, onRead);
  } finally {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(part: string, report: unknown): void {
  process.stdout.write(`${JSON.stringify({ part, report }, null, 1)}\n`);
}

await runCommand(main);
