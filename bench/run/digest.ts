import path from 'node:path';
import type { Archive } from '../../src/archive/archive.js';
import { composeDigest } from '../../src/digest/compose.js';
import type { Digest } from '../../src/digest/digest.js';
import { periodOfDays } from '../../src/digest/schedule/period.js';
import { STORY_MODEL, type StoryModel } from '../../src/digest/stories/story-model.js';
import { digestText } from '../../src/terminal/rendering/digest-text.js';
import { digestFailures, digestFigures, type JudgedEdition } from '../measures/digest.js';
import { percentile } from '../metrics/times.js';
import type { SetResult } from '../results.js';
import { type DigestDay, readDigestDays } from '../sets/digest.js';
import { readNewsArticles } from '../sets/news.js';
import { readSortedDays } from '../sets/sorted-days.js';
import { sample } from '../shuffle.js';
import { modelsOutOfFold } from '../training/digest/learn-stories.js';
import { storyDays } from '../training/digest/story-days.js';
import { withNews } from './news.js';
import type { RunOptions } from './options.js';

interface Edition {
  readonly gold: DigestDay;
  readonly digest: Digest;
  /** Milliseconds. */
  readonly time: number;
}

/** The editions of days that an editor sorted: which stories they have, in which order, and what they tell. */
export async function runDigest(options: RunOptions): Promise<SetResult> {
  const days = sample(readDigestDays(path.join(options.data, 'digest')), options.sample);
  const articles = readNewsArticles(path.join(options.data, 'news'));
  const editions = await withNews(options, { articles }, async (archive) =>
    editionsOf(archive, days, await modelsFor(archive, days, options), options),
  );
  const shipped = editions.map(({ gold, digest }) => ({ gold, stories: digest.stories }));
  const times = editions.map(({ time }) => time);
  return {
    set: 'digest',
    size: `${days.length} days, sorted by an editor`,
    engines: [
      { engine: 'by number of articles', figures: digestFigures(shipped.map(byArticles)), time: null },
      {
        engine: 'Clippings',
        figures: digestFigures(shipped),
        time: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
      },
    ],
    failures: digestFailures(shipped),
    notes: options.show ? editions.map(({ digest }) => printed(digest)) : [],
  };
}

/** For each day that the shipped model learned from, one that learned from others only. */
async function modelsFor(
  archive: Archive,
  days: readonly DigestDay[],
  { startProgress }: RunOptions,
): Promise<ReadonlyMap<string, StoryModel>> {
  if (!days.some(({ day }) => STORY_MODEL.days.includes(day))) return new Map();
  return modelsOutOfFold(await storyDays(archive, readSortedDays(), startProgress));
}

async function editionsOf(
  archive: Archive,
  days: readonly DigestDay[],
  models: ReadonlyMap<string, StoryModel>,
  { startProgress }: RunOptions,
): Promise<Edition[]> {
  const progress = startProgress('digest', days.length);
  const editions: Edition[] = [];
  for (const gold of days) {
    const started = performance.now();
    const digest = await composeDigest(archive, periodOfDays(gold.day, gold.day), models.get(gold.day));
    editions.push({ gold, digest, time: performance.now() - started });
    progress.tick();
  }
  progress.done();
  return editions;
}

/** The same stories, those of most articles first: the plainest order there is. */
function byArticles({ gold, stories }: JudgedEdition): JudgedEdition {
  return { gold, stories: [...stories].sort((a, b) => b.articles.length - a.articles.length) };
}

const SHOWN = 8;
const SCREEN = { width: 100, colour: false, links: false };

function printed({ date, stories, articles }: Digest): string {
  const shown = { date, stories: stories.slice(0, SHOWN), articles };
  return `\n${digestText(shown, { from: date, to: date }, SCREEN)}\n  ${stories.length - shown.stories.length} more stories`;
}
