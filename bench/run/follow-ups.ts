import path from 'node:path';
import type { Archive } from '../../src/archive/archive.js';
import { readNews } from '../../src/digest/news.js';
import { periodOfDays } from '../../src/digest/schedule/period.js';
import type { FoundStory } from '../../src/digest/stories/find-stories.js';
import { share } from '../metrics/ranking.js';
import type { SetResult } from '../results.js';
import { type JudgedLink, LINK_MONTHS, readJudgedLinks } from '../sets/digest.js';
import { readNewsArticles } from '../sets/news.js';
import { withNews } from './news.js';
import type { RunOptions } from './options.js';

/** The most stories that a digest tells; only of these the link is shown. */
const TOLD = 10;

/** A link, with all articles of both stories. */
interface Link {
  readonly day: string;
  readonly story: FoundStory;
  readonly earlier: FoundStory;
}

/** Links from a day's stories to those of the day before: how many does a reader find right? */
export async function runFollowUps(options: RunOptions): Promise<SetResult> {
  const articles = readNewsArticles(path.join(options.data, 'news'));
  const dates = articles.map(({ date }) => date.slice(0, 10));
  const days = [...new Set(dates)].filter((day) => LINK_MONTHS.some((month) => day.startsWith(month))).sort();
  const links = await withNews(options, { articles }, (archive) => linksOf(archive, days, options));
  const judged = readJudgedLinks();
  const verdicts = links.map((link) => ({ link, verdict: verdictOf(link, judged) }));
  const read = verdicts.filter(({ verdict }) => verdict !== null);
  return {
    set: 'follow-ups',
    size: `${days.length} days, the first ${TOLD} stories of each`,
    engines: [
      {
        engine: 'Clippings',
        figures: {
          'links right': share(read, ({ verdict }) => verdict === true),
          'links read': read.length,
          links: links.length,
        },
        time: null,
      },
    ],
    failures: verdicts
      .filter(({ verdict }) => verdict !== true)
      .map(({ link, verdict }) => ({
        question: `${link.day} ${described(link.story)}`,
        wanted: [],
        got: [described(link.earlier)],
        verdict: verdict === null ? 'nobody has read it' : 'does not follow',
      })),
    notes: [],
  };
}

async function linksOf(
  archive: Archive,
  days: readonly string[],
  { startProgress }: RunOptions,
): Promise<Link[]> {
  const progress = startProgress('follow-ups', days.length);
  const links: Link[] = [];
  for (const day of days) {
    const { stories, follows } = await readNews(archive, periodOfDays(day, day));
    for (const story of stories.slice(0, TOLD)) {
      const earlier = follows.get(story);
      if (earlier) links.push({ day, story: story.whole, earlier });
    }
    progress.tick();
  }
  progress.done();
  return links;
}

function verdictOf({ day, story, earlier }: Link, judged: readonly JudgedLink[]): boolean | null {
  const found = judged.find(
    (each) => each.day === day && has(story, each.article) && has(earlier, each.earlier),
  );
  return found?.right ?? null;
}

function has({ articles }: FoundStory, id: string): boolean {
  return articles.some((article) => article.id === id);
}

function described({ articles }: FoundStory): string {
  const [first] = articles;
  return `${first?.id} ${first?.title ?? ''} (${articles.length})`;
}
