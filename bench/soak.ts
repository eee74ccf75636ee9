import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { namesAmong, wholeNumberAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';
import { seededRandom } from './shuffle.js';

const PARTS = ['kills', 'bots', 'inputs', 'patterns', 'heap'] as const;

interface CommandLine {
  readonly only?: readonly (typeof PARTS)[number][];
  readonly kills: number;
  readonly bots: number;
  readonly inputs: number;
  readonly tries: number;
  readonly new?: boolean;
  readonly questions: number;
  readonly seed: number;
}

const program = new Command('soak')
  .description(
    'Tries to stop the program for hours: kills real processes at aimed points, reads inputs made to break it, searches for texts over which its regular expressions are slow, and asks whether the heap keeps anything of questions. Prints what was lost, doubled, crashed or stalled: nothing, if all is well.',
  )
  .option('--only <parts>', `some of ${PARTS.join(', ')}, with commas between`, namesAmong(PARTS))
  .option('--kills <count>', 'how many processes are killed', wholeNumberAboveZero, 1_000)
  .option('--bots <count>', 'how often a bot is killed whom sixty people ask', wholeNumberAboveZero, 20)
  .option('--inputs <count>', 'how many hostile inputs are read', wholeNumberAboveZero, 100_000)
  .option(
    '--tries <count>',
    'how many texts are tried for a regular expression that analysis cannot decide',
    wholeNumberAboveZero,
    60,
  )
  .option('--new', 'search only regular expressions that were never searched before')
  .option(
    '--questions <count>',
    'how many questions are asked to see what the heap keeps',
    wholeNumberAboveZero,
    3_000,
  )
  .option('--seed <number>', 'another seed makes other inputs', wholeNumberAboveZero, 1);

async function main(): Promise<void> {
  const { only = PARTS, ...given } = program.parse().opts<CommandLine>();
  const { kills, bots, inputs, tries, questions, seed } = given;
  const random = seededRandom(seed);
  const every = (step: number, what: string) => (done: number) => {
    if (done % step === 0) process.stderr.write(`${done} ${what}\n`);
  };
  // Before all else, as it looks at modules while they are loaded for the first time.
  if (only.includes('patterns')) {
    const { searchPatterns } = await import('./soak/patterns/search.js');
    tell('patterns', await searchPatterns(path.resolve('src'), tries, random, given.new === true));
  }
  if (only.includes('inputs')) {
    const { readHostile } = await import('./soak/hostile/read-hostile.js');
    tell('inputs', await readHostile(inputs, seed, every(1, 'inputs')));
  }
  if (only.includes('heap')) tell('heap', await heap(questions, random));
  if (only.includes('kills')) {
    const { killOften } = await import('./soak/kills/kills.js');
    tell('kills', await killOften(kills, random, every(10, 'kills')));
  }
  if (only.includes('bots')) {
    const { killBots } = await import('./soak/kills/killed-bot.js');
    tell('bots', await killBots(bots, random));
  }
}

async function heap(questions: number, random: () => number) {
  const [{ openArchive }, { heapOfQuestions }] = await Promise.all([
    import('../src/archive/open-archive.js'),
    import('./soak/heap.js'),
  ]);
  const folder = mkdtempSync(path.join(tmpdir(), 'clippings-heap-'));
  const archive = await openArchive({ articlesFolder: path.resolve('seeds'), indexFolder: folder });
  try {
    return await heapOfQuestions(questions, archive, random);
  } finally {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(part: string, report: unknown): void {
  process.stdout.write(`${JSON.stringify({ part, report }, null, 1)}\n`);
}

await runCommand(main);
