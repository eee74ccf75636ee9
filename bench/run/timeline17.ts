import path from 'node:path';
import { clippingsDigest, leadSentences, type Summariser, textRank } from '../engines/summarisers.js';
import { termWeights } from '../engines/term-weights.js';
import { bootstrapMean } from '../metrics/bootstrap.js';
import { mean } from '../metrics/ranking.js';
import { rougeF } from '../metrics/rouge.js';
import { percentile } from '../metrics/times.js';
import type { EngineResult, SetResult } from '../results.js';
import { readTimeline17, type TimelineDay } from '../sets/timeline17.js';
import { seededRandom } from '../shuffle.js';
import type { RunOptions } from './options.js';

/** As many sentences as the digest gives a story at most. */
const SENTENCES = 3;

/** The key sentences of a day's articles against the sentences that journalists wrote about that day. */
export async function runTimeline17(options: RunOptions): Promise<SetResult> {
  const set = readTimeline17(path.join(options.data, 'timeline17'));
  const days = options.sample === undefined ? set.days : set.days.slice(0, options.sample);
  const lead = measure(leadSentences, days);
  const clippings = measure(clippingsDigest(termWeights(set.articles)), days);
  const topics = [...new Set(days.map(topicOf))];
  return {
    set: 'timeline17',
    size: `${days.length} days of ${new Set(days.map(({ timeline }) => timeline)).size} timelines, ${SENTENCES} sentences each`,
    engines: [lead, measure(textRank, days), clippings].map(({ result }) => result),
    failures: [],
    notes: [
      `  ${set.daysWithoutArticles} days have no articles and are left out.`,
      '  Clippings against lead, ROUGE-1 and ROUGE-2 (with 95 % intervals):',
      ...['all', ...topics].map((topic) => {
        const ofTopic = days.flatMap((day, at) => (topic === 'all' || topicOf(day) === topic ? [at] : []));
        const gain = (scores: 'one' | 'two'): string =>
          gainText(ofTopic.map((at) => (clippings[scores][at] ?? 0) - (lead[scores][at] ?? 0)));
        return `  ${topic.padEnd(8)} ${String(ofTopic.length).padStart(3)} days  ${gain('one')}  ${gain('two')}`;
      }),
    ],
  };
}

function gainText(differences: readonly number[]): string {
  const { mean, low, high } = bootstrapMean(differences, seededRandom(1));
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
  return `${signed(mean)} (${signed(low)} to ${signed(high)})`;
}

/** "t17-egypt-tl0" is a timeline of "egypt". */
function topicOf({ timeline }: TimelineDay): string {
  return timeline.split('-')[1] ?? timeline;
}

interface Measured {
  readonly result: EngineResult;
  /** ROUGE-1 and ROUGE-2 of each day. */
  readonly one: readonly number[];
  readonly two: readonly number[];
}

function measure(engine: Summariser, days: readonly TimelineDay[]): Measured {
  const times: number[] = [];
  let words = 0;
  const [one, two]: [number[], number[]] = [[], []];
  for (const { articles, reference } of days) {
    const started = performance.now();
    const summary = engine.summarise(articles, SENTENCES).join(' ');
    times.push(performance.now() - started);
    one.push(rougeF(1, summary, reference));
    two.push(rougeF(2, summary, reference));
    words += summary.split(/\s+/).length;
  }
  const result = {
    engine: engine.name,
    figures: { 'ROUGE-1 F': mean(one), 'ROUGE-2 F': mean(two), 'words a day': words / days.length },
    time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
  return { result, one, two };
}
