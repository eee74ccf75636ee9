import { availableParallelism, cpus } from 'node:os';
import { Command } from 'commander';
import { buildArchive } from '../src/archive/memory/build-archive.js';
import type { ArchivedArticle } from '../src/archive/passage.js';
import { lookUpSource, prepareLookUps } from '../src/archive/source-lookup.js';
import { wholeNumberAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';
import { shuffled } from './shuffle.js';
import { articlesToImport } from './speed/articles.js';

interface CommandLine {
  readonly articles?: string;
  readonly count: number;
  readonly lines: number;
  readonly sentences: number;
}

const program = new Command('bench:autocomplete')
  .description(
    'Measures the processor time that the suggestions of /source take, with every letter that somebody types.',
  )
  .option('--articles <file>', 'articles, as news/articles.jsonl.gz (default: variations of seeds/)')
  .option('--count <articles>', 'how many there are in the archive', wholeNumberAboveZero, 20_000)
  .option('--lines <lines>', 'how many lines are typed of each kind', wholeNumberAboveZero, 30)
  .option(
    '--sentences <sentences>',
    'how many of each article, where the whole takes too long to index',
    wholeNumberAboveZero,
    Number.MAX_SAFE_INTEGER,
  );

/** How many suggestions Discord shows. */
const CHOICES = 25;
/** How many outlets the articles are divided among. */
const OUTLETS = 60;

type Kind = 'a headline' | 'words of the text' | 'an outlet and a month' | 'a headline with a slip';

async function main(): Promise<void> {
  const { articles: file, count, lines, sentences } = program.parse().opts<CommandLine>();
  process.stderr.write(`Building an archive of ${count} articles\n`);
  const articles = (await articlesToImport(file, count))
    .map((article) => ({ ...article, sentences: article.sentences.slice(0, sentences) }))
    .map(withOutlet);
  const archive = await buildArchive(articles);
  const start = performance.now();
  await prepareLookUps(archive);
  const first = performance.now() - start;
  const typed = linesOf(shuffled(articles, 7).slice(0, lines));
  process.stdout.write(
    `${count} articles, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node.js ${process.versions.node}\n\n`,
  );
  process.stdout.write('| typed | letters | p50 | p95 | p99 | longest |\n|---|---:|---:|---:|---:|---:|\n');
  for (const [kind, all] of typed) {
    const times: number[] = [];
    for (const line of all)
      for (let end = 1; end <= line.length; end += 1) times.push(await timed(line.slice(0, end)));
    times.sort((a, b) => a - b);
    const figures = [0.5, 0.95, 0.99, 1].map((share) => `${at(times, share).toFixed(1)} ms`);
    process.stdout.write(`| ${kind} | ${times.length} | ${figures.join(' | ')} |\n`);
  }
  process.stdout.write(`\nBuilding the catalogue at the start: ${(first / 1000).toFixed(1)} s\n`);
  await archive.close();

  async function timed(words: string): Promise<number> {
    const before = process.cpuUsage();
    await lookUpSource(archive, words, CHOICES);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }
}

function withOutlet(article: ArchivedArticle, index: number): ArchivedArticle {
  return {
    ...article,
    publisher: `The ${'Northern Eastern Southern Western'.split(' ')[index % 4]} Herald ${index % OUTLETS}`,
  };
}

function linesOf(articles: readonly ArchivedArticle[]): Map<Kind, string[]> {
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  return new Map<Kind, string[]>([
    ['a headline', articles.map(({ title, id }) => (title ?? id).slice(0, 40))],
    ['words of the text', articles.map(({ sentences }) => (sentences.at(-1)?.text ?? '').slice(0, 40))],
    [
      'an outlet and a month',
      articles.map(({ publisher, published }) => `${publisher} ${month.format(new Date(published ?? 0))}`),
    ],
    ['a headline with a slip', articles.map(({ title, id }) => slipped((title ?? id).slice(0, 40)))],
  ]);
}

/** Swaps two letters in the middle of the longest word. */
function slipped(line: string): string {
  const [longest = ''] = line.split(' ').toSorted((a, b) => b.length - a.length);
  const middle = Math.floor(longest.length / 2);
  const swapped = `${longest.slice(0, middle - 1)}${longest.charAt(middle)}${longest.charAt(middle - 1)}${longest.slice(middle + 1)}`;
  return line.replace(longest, swapped);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

await runCommand(main);
