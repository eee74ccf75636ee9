import path from 'node:path';
import { clippingsDigest, leadSentences, type Summariser, textRank } from '../engines/summarisers.js';
import { termWeights } from '../engines/term-weights.js';
import { rougeF } from '../metrics/rouge.js';
import { percentile } from '../metrics/times.js';
import type { EngineResult, SetResult } from '../results.js';
import { readTimeline17, type TimelineDay } from '../sets/timeline17.js';
import type { RunOptions } from './options.js';

/** As many sentences as the digest gives a story at most. */
const SENTENCES = 3;

/** The key sentences of a day's articles against the sentences that journalists wrote about that day. */
export async function runTimeline17(options: RunOptions): Promise<SetResult> {
  const set = readTimeline17(path.join(options.data, 'timeline17'));
  const days = options.sample === undefined ? set.days : set.days.slice(0, options.sample);
  const engines = [leadSentences, textRank, clippingsDigest(termWeights(set.articles))];
  return {
    set: 'timeline17',
    size: `${days.length} days of ${new Set(days.map(({ timeline }) => timeline)).size} timelines, ${SENTENCES} sentences each`,
    engines: engines.map((engine) => measure(engine, days)),
    failures: [],
    notes: [`  ${set.daysWithoutArticles} days have no articles and are left out.`],
  };
}

function measure(engine: Summariser, days: readonly TimelineDay[]): EngineResult {
  const times: number[] = [];
  const totals = { one: 0, two: 0, words: 0 };
  for (const { articles, reference } of days) {
    const started = performance.now();
    const summary = engine.summarise(articles, SENTENCES).join(' ');
    times.push(performance.now() - started);
    totals.one += rougeF(1, summary, reference);
    totals.two += rougeF(2, summary, reference);
    totals.words += summary.split(/\s+/).length;
  }
  return {
    engine: engine.name,
    figures: {
      'ROUGE-1 F': totals.one / days.length,
      'ROUGE-2 F': totals.two / days.length,
      'words a day': totals.words / days.length,
    },
    time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}
