import type { ArchivedArticle } from '../../archive/passage.js';
import { outletsOf } from '../outlets.js';
import { dayOfArticle } from '../schedule/period.js';
import { firstSentences } from '../telling/story-sentences.js';
import { type FigureMention, figureMentions } from './figure-mentions.js';
import type { Tallied } from './tallies.js';

/** Figures for one thing. */
export interface FigureLine {
  /** They differ because time passed: the count grew. Then they stand in the order of time. */
  readonly isCourse: boolean;
  readonly figures: readonly FigureMention[];
}

/** Figures that differ by more than this factor are probably about two things. */
const MOST_RATIO: Readonly<Record<Tallied, number>> = {
  dead: 2,
  injured: 2,
  missing: 2,
  arrested: 2,
  rescued: 2,
  votes: 1.15,
};
/** Words other than those of the tally that two sentences about one event share. */
const SHARED_WORDS = 2;
/** How many lines a story gets. */
const MOST_LINES = 2;
/** Times nearer than this are one time, in milliseconds: outlets write at their own pace. */
const SAME_TIME = 3 * 60 * 60 * 1000;

/**
 * Finds what the outlets of a story count differently: how many died, were hurt, arrested or rescued, or voted.
 * Other numbers are hardly ever of one thing (docs/digest.md). A line has one figure of each outlet; or, where
 * a count grew as time passed, the figures in their course.
 */
export function findDifferingFigures(articles: readonly ArchivedArticle[]): FigureLine[] {
  return compareFigures(firstSentences(articles).flatMap(figureMentions));
}

/** The same for figures that were found already, article by article. */
export function compareFigures(mentions: readonly FigureMention[]): FigureLine[] {
  const tallies = [...new Set(mentions.map(({ tallied }) => tallied))];
  return tallies
    .flatMap((tallied) => lineOf(mentions.filter((mention) => mention.tallied === tallied)) ?? [])
    .sort((a, b) => b.figures.length - a.figures.length)
    .slice(0, MOST_LINES);
}

function lineOf(mentions: readonly FigureMention[]): FigureLine | null {
  const given = oneEvent(firstOfEachArticle(mentions));
  // A text that gives both values knows them as two things.
  const values = new Set(given.map(({ canonical }) => canonical));
  const knowsBoth = given.some(({ article }) =>
    mentions.some(
      (other) =>
        other.article === article &&
        other.canonical !== given.find((each) => each.article === article)?.canonical &&
        values.has(other.canonical),
    ),
  );
  if (values.size < 2 || knowsBoth) return null;
  return courseOf(given) ?? differenceOf(given);
}

function firstOfEachArticle(mentions: readonly FigureMention[]): FigureMention[] {
  const first = new Map<ArchivedArticle, FigureMention>();
  for (const mention of mentions) if (!first.has(mention.article)) first.set(mention.article, mention);
  return [...first.values()];
}

/** The mentions that speak of the same as the first one. */
function oneEvent(mentions: readonly FigureMention[]): FigureMention[] {
  const [first] = mentions;
  return first === undefined ? [] : mentions.filter((other) => other === first || isSame(first, other));
}

function isSame(a: FigureMention, b: FigureMention): boolean {
  const [low, high] = a.number < b.number ? [a.number, b.number] : [b.number, a.number];
  return high <= low * MOST_RATIO[a.tallied] && countTheSame(a, b);
}

/** Whether two figures count the same, whatever their sizes: the same people, in the same places, at the same event. */
export function countTheSame(a: FigureMention, b: FigureMention): boolean {
  if (a.tallied !== b.tallied) return false;
  if (a.tallied === 'votes') return true;
  if ((a.counted.size > 0 || b.counted.size > 0) && shared(a.counted, b.counted) === 0) return false;
  if (a.places.size > 0 && b.places.size > 0 && shared(a.places, b.places) === 0) return false;
  return shared(a.about, b.about) >= SHARED_WORDS;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const each of a) if (b.has(each)) common += 1;
  return common;
}

/** The figures in the order of time, if each is of its own time and none is smaller than the one before. */
function courseOf(mentions: readonly FigureMention[]): FigureLine | null {
  const timed = mentions
    .map((mention) => ({ mention, time: timeOf(mention.article) }))
    .sort((a, b) => a.time - b.time);
  const grows = timed.every(
    ({ mention, time }, at) =>
      at === 0 ||
      (time - (timed[at - 1]?.time ?? time) >= SAME_TIME &&
        mention.number >= (timed[at - 1]?.mention.number ?? 0)),
  );
  if (!grows) return null;
  const steps = timed.filter(({ mention }, at) => mention.canonical !== timed[at - 1]?.mention.canonical);
  return { isCourse: true, figures: steps.map(({ mention }) => mention) };
}

function timeOf({ published }: ArchivedArticle): number {
  return published === null ? Number.NaN : Date.parse(published);
}

/** One figure of each outlet, if they differ at about the same time. */
function differenceOf(mentions: readonly FigureMention[]): FigureLine | null {
  const ofOutlet = new Map<string, FigureMention>();
  for (const mention of mentions) {
    const outlet = outletsOf(mention.article)[0]?.key ?? '';
    const known = ofOutlet.get(outlet);
    if (!known || timeOf(mention.article) > timeOf(known.article)) ofOutlet.set(outlet, mention);
  }
  const figures = [...ofOutlet.values()];
  const days = new Set(figures.flatMap(({ article }) => dayOfArticle(article) ?? []));
  const differ = new Set(figures.map(({ canonical }) => canonical)).size > 1;
  return differ && days.size <= 1 ? { isCourse: false, figures } : null;
}
