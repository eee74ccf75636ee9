import type { ArchivedArticle } from '../../archive/passage.js';
import type { Day } from '../../text/dates/calendar.js';
import { countTheSame } from '../figures/differing-figures.js';
import { type FigureMention, figureMentions } from '../figures/figure-mentions.js';
import type { Tallied } from '../figures/tallies.js';
import { dayOfArticle } from '../schedule/period.js';
import { firstSentences } from '../telling/story-sentences.js';

/** Counts that only grow as more becomes known. */
const GROWING: ReadonlySet<Tallied> = new Set<Tallied>(['dead', 'injured', 'arrested', 'rescued']);
/** From one day to the next a figure hardly grows more than this; what does is of something else. */
const MOST_GROWTH = 4;
/** Where more than this share of the articles contradict a course, it is none. */
const MOST_AGAINST = 0.25;

/** A figure of a course, and the day on which it was first printed. */
export interface DatedFigure extends FigureMention {
  readonly day: Day;
}

/** What one article counts. */
interface DayFigure {
  readonly day: Day;
  readonly mention: FigureMention;
  /** How many articles of the day give it. */
  readonly articles: number;
}

/**
 * Finds how the counts of a story grew: of the dead, the injured, the arrested, the rescued. Says nothing of a count
 * whose figures may be of different things.
 * @returns a course for each count that changed, each oldest first
 */
export function courseFigures(articles: readonly ArchivedArticle[]): DatedFigure[][] {
  const mentions = firstSentences(articles).flatMap(figureMentions);
  return [...GROWING].flatMap((tallied) => {
    const ofOne = sameThing(mentions.filter((mention) => mention.tallied === tallied));
    const course = grown(figuresOfDays(ofOne));
    return course === null ? [] : [course];
  });
}

/** The largest group of mentions that count the same as one of them. */
function sameThing(mentions: readonly FigureMention[]): FigureMention[] {
  const first = new Map<ArchivedArticle, FigureMention>();
  for (const mention of mentions) if (!first.has(mention.article)) first.set(mention.article, mention);
  const given = [...first.values()];
  return given.reduce<FigureMention[]>((largest, mention) => {
    const group = given.filter((other) => other === mention || countTheSame(mention, other));
    return group.length > largest.length ? group : largest;
  }, []);
}

/** Of each day the figure that most of its articles give. */
function figuresOfDays(mentions: readonly FigureMention[]): DayFigure[] {
  const days = new Map<Day, FigureMention[]>();
  for (const mention of mentions) {
    const day = dayOfArticle(mention.article);
    if (day !== null) days.set(day, [...(days.get(day) ?? []), mention]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, ofDay]) => {
      const given = ofDay.map((mention) => ({
        day,
        mention,
        articles: ofDay.filter(({ canonical }) => canonical === mention.canonical).length,
      }));
      return given.sort((a, b) => b.articles - a.articles || b.mention.number - a.mention.number)[0] ?? [];
    });
}

/** The longest row of figures that only grow, each a step from the one before; null if too many others contradict it. */
function grown(figures: readonly DayFigure[]): DatedFigure[] | null {
  const best: { readonly weight: number; readonly row: readonly DayFigure[] }[] = [];
  figures.forEach((figure, at) => {
    let before: (typeof best)[number] = { weight: 0, row: [] };
    for (const earlier of best.slice(0, at)) {
      const last = earlier.row.at(-1)?.mention.number ?? 0;
      const { number } = figure.mention;
      if (number >= last && number <= last * MOST_GROWTH && earlier.weight > before.weight) before = earlier;
    }
    best.push({ weight: before.weight + figure.articles, row: [...before.row, figure] });
  });
  const longest = best.reduce((most, each) => (each.weight > most.weight ? each : most), {
    weight: 0,
    row: [] as readonly DayFigure[],
  });
  const all = figures.reduce((sum, { articles }) => sum + articles, 0);
  if (all - longest.weight > MOST_AGAINST * all) return null;
  const steps = longest.row.filter(
    ({ mention }, at) => mention.number !== longest.row[at - 1]?.mention.number,
  );
  return steps.length < 2 ? null : steps.map(({ mention, day }) => ({ ...mention, day }));
}
