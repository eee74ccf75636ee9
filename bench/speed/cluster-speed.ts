import { z } from 'zod';
import { ask } from '../../src/answer/ask.js';
import { readQuestion } from '../../src/answer/question/question.js';
import { ClusterArchive } from '../../src/archive/opensearch/cluster-archive.js';
import { Cluster } from '../../src/archive/opensearch/connection/cluster.js';
import { makeIndexVersion } from '../../src/archive/opensearch/index-version.js';
import type { ClusterSettings } from '../../src/archive/opensearch/open-cluster.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';

export interface ClusterSpeed {
  readonly articles: number;
  readonly passages: number;
  /** Seconds to send this round's articles to the cluster, and how many there were. */
  readonly brought: number;
  readonly seconds: number;
  /** Seconds until another process has read the list of articles. */
  readonly start: number;
  /** Bytes on disk, including copies. */
  readonly bytes: number;
  /** Milliseconds for each question: to count its terms and find passages, and for the whole answer. */
  readonly search: readonly number[];
  readonly answer: readonly number[];
}

const Store = z.object({
  _all: z.object({ total: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
});

/**
 * Sends articles to a cluster and asks it questions, in rounds.
 * @param rounds the articles that each round adds
 */
export async function* measureCluster(
  settings: ClusterSettings,
  rounds: Iterable<Iterable<ArchivedArticle>>,
  questions: readonly string[],
): AsyncGenerator<ClusterSpeed> {
  const cluster = new Cluster(settings);
  const indexVersion = await makeIndexVersion(cluster, settings);
  const archive = await ClusterArchive.open(cluster, indexVersion);
  try {
    for (const articles of rounds) {
      const before = archive.articleCount;
      const started = performance.now();
      for (const article of articles) await archive.put(article);
      await archive.written();
      const seconds = (performance.now() - started) / 1_000;
      await archive.refresh();
      const opening = performance.now();
      const other = await ClusterArchive.open(new Cluster(settings), indexVersion);
      const start = (performance.now() - opening) / 1_000;
      await other.close();
      const index = `${settings.name}-*`;
      const { _all } = await cluster.ask(Store, (client) => client.indices.stats({ index }));
      const search = await times(questions, async (question) => {
        const terms = readQuestion(question, null).terms.map(({ term, share, known }) => {
          return { term, weight: share, fuzzy: !known };
        });
        await archive.documentFrequencies(terms.map(({ term }) => term));
        await archive.search({ terms, limit: 40 });
      });
      // Otherwise all counts would still be cached.
      await archive.refresh();
      const answer = await times(questions, (question) => ask(archive, question));
      yield {
        articles: archive.articleCount,
        passages: archive.passageCount,
        brought: archive.articleCount - before,
        seconds,
        start,
        bytes: _all.total.store.size_in_bytes,
        search,
        answer,
      };
    }
  } finally {
    await archive.close();
  }
}

async function times(
  questions: readonly string[],
  run: (question: string) => Promise<unknown>,
): Promise<number[]> {
  const measured: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await run(question);
    measured.push(performance.now() - started);
  }
  return measured;
}
