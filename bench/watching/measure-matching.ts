import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { HeldTexts } from '../../src/archive/memory/article-texts.js';
import { IndexedArchive } from '../../src/archive/memory/indexed-archive.js';
import { MiniSearchIndex } from '../../src/archive/memory/minisearch-index.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { SHARED } from '../../src/articles/sources.js';
import { GuildSourceFilters } from '../../src/service/guild-source-filters.js';
import { ArticleWatch } from '../../src/service/watching/article-watch.js';
import { openStore } from '../../src/store/store.js';
import { percentile } from '../metrics/times.js';
import { addSources, addWatches, FEEDS, feed } from './invented-servers.js';
import { slicesOf } from './slices.js';

/** New articles are looked for so often, in milliseconds, as the service does. */
const LOOK = 3_000;
const MINUTE = 60_000;
export interface MatchingLoad {
  readonly archive: MatchingArchive;
  /** The articles that the archive holds, and those that come in while it is measured. */
  readonly held: readonly ArchivedArticle[];
  readonly incoming: readonly ArchivedArticle[];
  /** Articles a minute. */
  readonly rate: number;
  /** A folder for the store. */
  readonly folder: string;
}

/** What so many watches cost. Times are in milliseconds. */
export interface MatchingResult {
  readonly watches: number;
  /** Processor time for an article, of all threads: found, compared, recorded. The mean over those of one look. */
  readonly processor: { readonly median: number; readonly p95: number; readonly most: number };
  /** The longest piece that the event loop had to wait for, in processor time; and how late it was, whoever kept the machine busy. */
  readonly slice: number;
  readonly delay: { readonly p99: number; readonly most: number };
  readonly alerts: number;
  /** Until all watches were indexed. */
  readonly indexing: number;
}

/** An archive in memory, and what it does after articles came in, whoever asks next. */
export interface MatchingArchive {
  readonly archive: IndexedArchive;
  settle(): void;
}

export async function buildMatchingArchive(
  articles: readonly ArchivedArticle[],
  tick: () => void,
): Promise<MatchingArchive> {
  const index = new MiniSearchIndex();
  const archive = new IndexedArchive(index, new HeldTexts());
  for (const article of articles) {
    await archive.put(article);
    tick();
  }
  return { archive, settle: () => index.settle() };
}

/** Lets articles come in over so many watches, at the rate of the load. */
export async function measureMatching(load: MatchingLoad, count: number): Promise<MatchingResult> {
  const store = await openStore({ url: `file:${load.folder}/${count}.db` });
  await addSources(store);
  await addWatches(store, load.held, count);
  const fresh = {
    filters: new GuildSourceFilters(store, false),
    warn: (line: string) => process.stderr.write(`${line}\n`),
  };
  const watch = new ArticleWatch({ archive: load.archive.archive, store, ...fresh });
  const times: number[] = [];
  let longest = 0;
  // The first article waits until all watches are indexed.
  const started = performance.now();
  await comesIn(load, load.incoming[0], { name: `${count}-first`, sources: [SHARED] });
  load.archive.settle();
  await watch.look();
  const indexing = performance.now() - started;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const together = Math.max(1, Math.round((load.rate * LOOK) / MINUTE));
  for (let from = 0; from < load.incoming.length; from += together) {
    const batch = load.incoming.slice(from, from + together);
    for (const [at, article] of batch.entries()) {
      const number = from + at;
      const sources = number % 2 === 0 ? [SHARED] : [feed((number * 7) % FEEDS)];
      await comesIn(load, article, { name: `${count}-${number}`, sources });
    }
    load.archive.settle();
    await sleep(0);
    const slices = await slicesOf(() => watch.look());
    longest = Math.max(longest, ...slices);
    times.push(slices.reduce((sum, slice) => sum + slice, 0) / batch.length);
    await sleep(LOOK);
  }
  delay.disable();
  const { rows } = await store.execute('SELECT COUNT(*) AS count FROM alerts');
  store.close();
  return {
    watches: count,
    processor: { median: percentile(times, 0.5), p95: percentile(times, 0.95), most: Math.max(...times) },
    slice: longest,
    delay: { p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 },
    alerts: Number(rows[0]?.count),
    indexing,
  };
}

async function comesIn(
  { archive: { archive } }: MatchingLoad,
  article: ArchivedArticle | undefined,
  { name, sources }: { readonly name: string; readonly sources: readonly string[] },
): Promise<void> {
  if (article === undefined) return;
  const id = `${article.id}-${name}`;
  await archive.put({ ...article, id, sources, published: new Date().toISOString() });
}
