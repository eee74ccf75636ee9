import { availableParallelism, cpus } from 'node:os';
import { Command } from 'commander';
import { readQuestion } from '../src/answer/question/question.js';
import type { Archive } from '../src/archive/archive.js';
import { buildArchive } from '../src/archive/memory/build-archive.js';
import type { ArchivedArticle } from '../src/archive/passage.js';
import { wholeNumberAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';
import { articlesToImport } from './speed/articles.js';
import { readSpeedQuestions } from './speed/questions.js';

interface CommandLine {
  readonly articles: string;
  readonly count: number;
  readonly feeds: number;
  readonly questions: number;
}

const program = new Command('bench:within')
  .description('Measures the processor time of a search within chosen sources against one over everything.')
  .requiredOption('--articles <file>', 'articles, as news/articles.jsonl.gz; questions.jsonl beside it')
  .option(
    '--count <articles>',
    'how many there are: half of them shared, half from feeds',
    wholeNumberAboveZero,
    20_000,
  )
  .option('--feeds <feeds>', 'how many feeds brought them', wholeNumberAboveZero, 400)
  .option('--questions <questions>', 'how many are asked', wholeNumberAboveZero, 300);

/** How many passages a question looks at. */
const LIMIT = 60;

async function main(): Promise<void> {
  const { articles: file, count, feeds, questions: asked } = program.parse().opts<CommandLine>();
  process.stderr.write(`Building an archive of ${count} articles\n`);
  const articles = (await articlesToImport(file, count)).map((article, at) => ({
    ...article,
    sources: [at % 2 === 0 ? 'shared' : feed((at >> 1) % feeds)],
  }));
  const whole = await buildArchive(articles);
  const questions = readSpeedQuestions(file, () => articles)
    .slice(0, asked)
    .map(({ question }) => question);
  const ten = Array.from({ length: 10 }, (_, at) => feed(at));
  const views: [string, readonly string[] | null][] = [
    ['everything', null],
    ['shared and ten feeds', ['shared', ...ten]],
    ['ten feeds', ten],
    ['one feed', ten.slice(0, 1)],
  ];
  process.stdout.write(
    `${count} articles, ${questions.length} questions, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.versions.node}\n\n` +
      '| within | articles | mean, first time | against everything | mean, again | against everything | p95 again | same passages as alone |\n|---|---:|---:|---:|---:|---:|---:|---:|\n',
  );
  let usual: readonly number[] = [];
  // Once unmeasured, so that the compiler is done.
  for (const question of questions) await timed(whole, question);
  for (const [name, sources] of views) {
    const archive = sources === null ? whole : whole.within(sources);
    const means = [];
    let last: number[] = [];
    for (let round = 0; round < 2; round++) {
      last = [];
      for (const question of questions) last.push(await timed(archive, question));
      means.push(last.reduce((sum, time) => sum + time, 0) / last.length);
    }
    if (sources === null) usual = means;
    last.sort((a, b) => a - b);
    const same = sources === null ? 1 : await agreement(archive, articles, sources, questions);
    const [first = 0, again = 0] = means;
    const ratio = (time: number, at: number): string => `${(time / (usual[at] ?? time)).toFixed(2)} ×`;
    process.stdout.write(
      `| ${[name, archive.articleCount, ms(first), ratio(first, 0), ms(again), ratio(again, 1), ms(last[Math.floor(last.length * 0.95)] ?? 0), `${(100 * same).toFixed(1)} %`].join(' | ')} |\n`,
    );
  }
}

function feed(number: number): string {
  return `https://feed-${number}.example/rss`;
}

function ms(time: number): string {
  return `${time.toFixed(2)} ms`;
}

/** Milliseconds of the processor that a question's frequencies and passages take. */
async function timed(archive: Archive, question: string): Promise<number> {
  const before = process.cpuUsage();
  await passagesFor(archive, question);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function passagesFor(archive: Archive, question: string): Promise<readonly string[]> {
  const { terms } = readQuestion(question);
  await archive.documentFrequencies(terms.map(({ term }) => term));
  const hits = await archive.search({
    terms: terms.map(({ term, share, known }) => ({ term, weight: share, fuzzy: !known })),
    limit: LIMIT,
  });
  return hits.map(({ passage, score }) => `${passage.id} ${score}`);
}

/** The share of questions with the same passages and scores as in an archive of these articles alone. */
async function agreement(
  view: Archive,
  articles: readonly ArchivedArticle[],
  within: readonly string[],
  questions: readonly string[],
): Promise<number> {
  const alone = await buildArchive(
    articles.filter(({ sources = [] }) => within.some((key) => sources.includes(key))),
  );
  let same = 0;
  for (const question of questions) {
    const [one, other] = [await passagesFor(view, question), await passagesFor(alone, question)];
    if (JSON.stringify(one) === JSON.stringify(other)) same += 1;
  }
  return same / questions.length;
}

await runCommand(main);
