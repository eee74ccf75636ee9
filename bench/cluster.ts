import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import type { Archive } from '../src/archive/archive.js';
import { archiveArticle } from '../src/archive/archive-article.js';
import { buildArchive } from '../src/archive/memory/build-archive.js';
import { ClusterArchive } from '../src/archive/opensearch/cluster-archive.js';
import { Cluster } from '../src/archive/opensearch/connection/cluster.js';
import { makeIndexVersion } from '../src/archive/opensearch/index-version.js';
import type { ClusterSettings } from '../src/archive/opensearch/open-cluster.js';
import type { ArchivedArticle } from '../src/archive/passage.js';
import { readArticle } from '../src/articles/read-article.js';
import { TestCluster } from '../test/archive/opensearch/cluster/start.js';
import { squadArchive } from './archives/squad-archive.js';
import { wholeNumber, wholeNumberAboveZero, wholeNumbersAboveZero } from './arguments.js';
import { runCommand } from './run-command.js';
import { readNews } from './sets/news.js';
import { readSeedQuestions } from './sets/seeds.js';
import { readSquad } from './sets/squad.js';
import { sample } from './shuffle.js';
import { agreementOf } from './speed/cluster-agreement.js';
import { measureCluster } from './speed/cluster-speed.js';
import { growArchive } from './speed/grow.js';

const project = (place: string) => fileURLToPath(new URL(`../${place}`, import.meta.url));

interface CommandLine {
  readonly data: string;
  readonly passages: readonly number[];
  readonly url?: string;
  readonly shards: number;
  readonly questions: number;
}

const program = new Command('bench:cluster')
  .description(
    'Measures Clippings over a cluster of OpenSearch: three nodes in one JVM of this machine, unless another is named.',
  )
  .option('--data <folder>', 'the measurement data, see bench/README.md', project('../shared/eval'))
  .addOption(
    new Option('--passages <counts>', 'sizes to measure, smallest first')
      .argParser(wholeNumbersAboveZero)
      .default([10_000, 100_000, 350_000], '10000,100000,350000'),
  )
  .option('--url <addresses>', 'a cluster to use; what it measures with is left there')
  .option('--shards <count>', 'parts of an index', wholeNumberAboveZero, 1)
  .option('--questions <count>', 'how many questions of SQuAD are asked of both engines', wholeNumber, 500);

async function main(): Promise<void> {
  const { data, passages, url, shards, questions } = program.parse().opts<CommandLine>();
  const own = url === undefined ? await TestCluster.start(3, ['-Xms2g', '-Xmx2g']) : null;
  const settings = (name: string): ClusterSettings => ({
    nodes: own?.urls ?? (url ?? '').split(','),
    user: null,
    password: null,
    caFile: null,
    name: `bench_${name}_${Date.now()}`,
    shards,
  });
  try {
    print(
      `${os.cpus().length} × ${os.cpus()[0]?.model}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.version}`,
    );
    await compare('seeds', settings('seeds'), seedArticles(), seedQuestions());
    const squad = readSquad(path.join(data, 'squad'));
    const { archive } = await squadArchive(squad);
    const asked = sample(squad.questions, questions).map(({ question }) => question);
    await compare('squad', settings('squad'), await articlesOf(archive), asked);

    const news = readNews(data === '' ? '' : path.join(data, 'news'));
    const archived = news.articles.map(({ id, title, publisher, url: address, date, text }) =>
      archiveArticle(
        readArticle(
          `${id}.txt`,
          Buffer.from(
            `---\n${JSON.stringify({ title, publisher, url: address, published: date })}\n---\n\n${text}\n`,
          ),
        ),
      ),
    );
    const rounds = inRounds(archived, passages);
    print(
      '| articles | passages | brought, articles a second | on disk, MB | start, s | search p50 / p95, ms | answer p50 / p95, ms |',
    );
    print('|---|---|---|---|---|---|---|');
    for await (const speed of measureCluster(
      settings('news'),
      rounds,
      news.questions.map(({ question }) => question),
    )) {
      print(
        `| ${speed.articles} | ${speed.passages} | ${Math.round(speed.brought / speed.seconds)} | ${Math.round(speed.bytes / 1e6)} | ${speed.start.toFixed(1)} | ${middleAndTail(speed.search)} | ${middleAndTail(speed.answer)} |`,
      );
    }
  } finally {
    await own?.stop();
  }
}

/** The same articles and questions in the cluster and in the embedded engine. */
async function compare(
  name: string,
  settings: ClusterSettings,
  articles: readonly ArchivedArticle[],
  questions: readonly string[],
): Promise<void> {
  const cluster = new Cluster(settings);
  const archive = await ClusterArchive.open(cluster, await makeIndexVersion(cluster, settings));
  for (const article of articles) await archive.put(article);
  await archive.written();
  await archive.refresh();
  const embedded = await buildArchive(articles);
  const { questions: count, decisions, topThree, same } = await agreementOf(archive, embedded, questions);
  print(
    `${name}: ${count} questions; overlap of the first three ${topThree.toFixed(4)}, all three in the same order ${same.toFixed(4)}, answered or refused alike ${decisions.toFixed(4)}`,
  );
  await embedded.close();
  await archive.close();
}

function seedArticles(): ArchivedArticle[] {
  const files = readdirSync(project('seeds')).filter((file) => file.endsWith('.txt'));
  return files.map((file) =>
    archiveArticle(readArticle(file, readFileSync(path.join(project('seeds'), file)))),
  );
}

function seedQuestions(): string[] {
  const { answerable, unanswerable } = readSeedQuestions(project('test/questions/seeds.json'));
  return [...answerable, ...unanswerable].map(({ question }) => question);
}

async function articlesOf(archive: Archive): Promise<ArchivedArticle[]> {
  const all = await Promise.all(archive.articles().map(({ id }) => archive.article(id)));
  return all.filter((article) => article !== undefined);
}

/** Cuts one growing archive where each size is reached. */
function* inRounds(
  articles: readonly ArchivedArticle[],
  sizes: readonly number[],
): Generator<Iterable<ArchivedArticle>> {
  let before = 0;
  for (const size of sizes) {
    const grown = [...growArchive(articles, size)];
    yield grown.slice(before);
    before = grown.length;
  }
}

function middleAndTail(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  return `${at(0.5)} / ${at(0.95)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runCommand(main);
