import type { ArchivedArticle } from '../archive/passage.js';
import type { Day } from '../text/dates/calendar.js';
import { dayOfArticle } from './schedule/period.js';
import { averageLinkage } from './stories/clusters.js';
import { type FoundStory, findStories } from './stories/find-stories.js';
import type { ReadArticle } from './stories/read-article.js';
import type { StoryModel } from './stories/story-model.js';
import { pairwiseProducts, type TermVector, type TermWeight } from './term-vector.js';

/** A story that runs through the days of a period. */
export interface RunningStory {
  /** All its articles. */
  readonly whole: FoundStory;
  /** Its articles of the last day that has any: its newest state. */
  readonly newest: FoundStory;
}

/** With articles of so many days, a period is longer than that of a daily digest. */
const MANY_DAYS = 4;
/**
 * A story goes on in one of a later day if their articles are on average this similar. What is new each day
 * makes them less alike than the articles of one day.
 */
const GOES_ON = 0.15;
/** How slowly a story counts less the further down it is in its day. */
const RANK_OFFSET = 2;

/** A story of one day, with its place among the stories of that day; 0 is the first. */
interface DayStory {
  readonly day: Day;
  readonly rank: number;
  readonly story: FoundStory;
}

/**
 * Sorts the articles of a period into stories, the most important first. The stories of a long period are those
 * of its days, joined where one goes on in the next.
 */
export function storiesOfPeriod(
  articles: readonly ReadArticle[],
  vectors: ReadonlyMap<ArchivedArticle, TermVector>,
  weight: TermWeight,
  model: StoryModel,
): RunningStory[] {
  const byDay = articlesByDay(articles);
  if (byDay.size < MANY_DAYS) {
    return findStories(articles, weight, model).map((story) => ({ whole: story, newest: story }));
  }
  const stories = [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, ofDay]) =>
      findStories(ofDay, weight, model).map((story, rank): DayStory => ({ day, rank, story })),
    );
  return joined(stories, vectors)
    .sort((a, b) => pointsOf(b) - pointsOf(a))
    .flatMap((parts) => runningStory(parts) ?? []);
}

function articlesByDay(articles: readonly ReadArticle[]): Map<Day, ReadArticle[]> {
  const days = new Map<Day, ReadArticle[]>();
  for (const each of articles) {
    const day = dayOfArticle(each.article);
    if (day !== null) days.set(day, [...(days.get(day) ?? []), each]);
  }
  return days;
}

/** Groups the stories of the days by average linkage, each group in the order of time. */
function joined(
  stories: readonly DayStory[],
  vectors: ReadonlyMap<ArchivedArticle, TermVector>,
): DayStory[][] {
  const articles = stories.flatMap(({ story }) => story.articles);
  const place = new Map(articles.map((article, at) => [article, at]));
  const similarity = pairwiseProducts(articles.map((article) => vectors.get(article) ?? new Map()));
  const members = stories.map(({ story }) => story.articles.map((article) => place.get(article) ?? 0));
  const groups = averageLinkage(stories.length, GOES_ON, (a, b) => {
    const [left, right] = [members[a] ?? [], members[b] ?? []];
    let total = 0;
    for (const x of left) for (const y of right) total += similarity(x, y);
    return total / (left.length * right.length);
  });
  return groups.map((group) => group.flatMap((at) => stories[at] ?? []));
}

/** First those that mattered on many days: reciprocal rank fusion (Cormack et al. 2009) of the days' orders. */
function pointsOf(parts: readonly DayStory[]): number {
  const best = new Map<Day, number>();
  for (const { day, rank } of parts) best.set(day, Math.min(rank, best.get(day) ?? Number.POSITIVE_INFINITY));
  return [...best.values()].reduce((sum, rank) => sum + 1 / (RANK_OFFSET + rank), 0);
}

function runningStory(parts: readonly DayStory[]): RunningStory | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  return {
    whole: together(parts),
    newest: together(parts.filter(({ day }) => day === last.day)),
  };
}

function together(parts: readonly DayStory[]): FoundStory {
  return {
    articles: parts.flatMap(({ story }) => story.articles),
    reports: parts.flatMap(({ story }) => story.reports),
  };
}
