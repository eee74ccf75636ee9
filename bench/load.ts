import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { builtMain } from '../test/built.js';
import { newsFolder, openNewsArchive } from './archives/news-archive.js';
import { wholeNumberAboveZero } from './arguments.js';
import { type LoadQuestion, measureOneByOne, measureTogether } from './load/measure-load.js';
import { percentile } from './metrics/times.js';
import { progressOn } from './progress.js';
import { runCommand } from './run-command.js';
import { readNews } from './sets/news.js';
import { shuffled } from './shuffle.js';

interface CommandLine {
  readonly data: string;
  readonly against?: string;
  readonly count: number;
  readonly seconds: number;
  readonly servers: number;
  readonly rounds: number;
  readonly alone: number;
}

const project = path.join(import.meta.dirname, '..');

const program = new Command('bench:load')
  .description(
    'Measures what an answer takes of the processor, and how long members wait when many ask at once: through the queue of the bot and the service with all its threads.',
  )
  .option('--data <folder>', 'holds news/, as for eval', path.join(project, '../shared/eval'))
  .option('--against <folder>', 'another program, built, whose answers are measured by turns with ours')
  .option('--count <questions>', 'how many are asked together', wholeNumberAboveZero, 300)
  .option('--seconds <seconds>', 'in how many seconds', wholeNumberAboveZero, 60)
  .option('--servers <servers>', 'in how many servers', wholeNumberAboveZero, 5)
  .option('--alone <questions>', 'how many are asked one by one, each turn', wholeNumberAboveZero, 100)
  .option('--rounds <rounds>', 'how many turns each program has', wholeNumberAboveZero, 2);

async function main(): Promise<void> {
  const { data, against, count, seconds, servers, rounds, alone } = program.parse().opts<CommandLine>();
  builtMain();
  const set = readNews(path.join(data, 'news'));
  const questions = questionsOf(set.questions);
  const programs = against === undefined ? [project] : [path.resolve(against), project];
  const folder = await folderOf(project, set.articles);
  const out = (line: string) => void process.stdout.write(`${line}\n`);
  out(
    `${set.articles.length} articles, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.versions.node}\n`,
  );
  out('| program | questions one by one | processor, median ms | p95 ms |\n|---|---:|---:|---:|');
  const times = new Map<string, number[]>(programs.map((each) => [each, []]));
  for (let round = 0; round < rounds; round++)
    for (const each of programs) {
      const asked = sliceFrom(questions, round * alone, alone);
      const theirs = each === project ? folder : path.join(each, path.relative(project, folder));
      const measured = await measureOneByOne({
        program: each,
        folder: theirs,
        questions: asked,
        seconds,
        servers,
      });
      times.get(each)?.push(...measured);
    }
  for (const [each, measured] of times)
    out(
      `| ${path.basename(each)} | ${measured.length} | ${ms(percentile(measured, 0.5))} | ${ms(percentile(measured, 0.95))} |`,
    );
  const { waits, told, refused, processor, rest, peak } = await measureTogether({
    program: project,
    folder,
    questions: sliceFrom(questions, 0, count),
    seconds,
    servers,
  });
  out(`\n${count} questions in ${seconds} s, from ${servers} servers:\n`);
  out(
    '| answered | after, median s | p95 s | last s | told it takes long | turned away | processor a question, ms | memory at rest MB | at most MB |',
  );
  out('|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  const after = [0.5, 0.95, 1].map((share) => (percentile(waits, share) / 1000).toFixed(2));
  out(`| ${[waits.length, ...after, told, refused, ms(processor), mb(rest), mb(peak)].join(' | ')} |`);
}

const ms = (time: number): string => time.toFixed(0);
const mb = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

function questionsOf(questions: readonly LoadQuestion[]): LoadQuestion[] {
  const plain = questions.map(({ question, asked }) => ({
    question: question.replace(/\s+/g, ' ').trim().slice(0, 400),
    asked,
  }));
  return shuffled(plain, 5);
}

/** So many from a position on; from the beginning again where there are too few. */
function sliceFrom<T>(all: readonly T[], from: number, count: number): T[] {
  return Array.from({ length: count }, (_, at) => all[(from + at) % all.length]).filter(
    (one) => one !== undefined,
  );
}

/** Where eval keeps the set as an operator would bring it; made now if it is not there yet. */
async function folderOf(project: string, articles: Parameters<typeof openNewsArchive>[0]): Promise<string> {
  const cache = path.join(project, 'node_modules/.cache/clippings-eval');
  const archive = await openNewsArchive(articles, cache, progressOn(process.stderr));
  await archive.close();
  return newsFolder(articles, cache);
}

await runCommand(main);
