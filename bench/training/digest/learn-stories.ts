import type { ArticleFeatures } from '../../../src/digest/stories/article-features.js';
import {
  type CandidateStory,
  candidateStories,
  type ImportanceFeatures,
} from '../../../src/digest/stories/find-stories.js';
import type {
  ArticleModel,
  ArticleModels,
  ImportanceWeights,
  StoryModel,
} from '../../../src/digest/stories/story-model.js';
import type { TermWeight } from '../../../src/digest/term-vector.js';
import { fitLogistic, type LogisticCase } from '../logistic.js';
import type { StoryDay, StoryDays } from './story-days.js';

const FOLDS = 8;
/** Penalties of the three regressions; results hardly change from a third to three times of each. */
const PENALTY = { notNews: 0.003, value: 0.008, importance: 0.05 };
const STEPS = 6;
/** Hints are mostly 0 or 1, the values of a vector far smaller: scaled, one penalty suits both. */
const SUBJECT_SCALE = 2;
/** How good it is to show an event early, by its rank; then a later event, a neutral story, and none. */
const GAINS = [6, 5, 4.5, 3.5, 3];
const LATER_EVENT = 2;
const NEUTRAL = 1;
/** The first place matters most. */
const LEAD_WEIGHT = 3;
/** How much an article counts as picked, by the rank of its event. */
const PICKED = [1, 1, 1, 0.7, 0.7];
const PICKED_LATER = 0.4;

/** Learns from all days. */
export function learnStories(learnedFrom: StoryDays): StoryModel {
  const lists = [...outOfFold(learnedFrom)].flatMap(([, { lists: found }]) => found);
  return {
    ...learnArticles(learnedFrom.days),
    importance: learnImportance(lists),
    days: learnedFrom.days.map(({ day }) => day),
  };
}

/** For each day, a model that learned nothing from it. */
export function modelsOutOfFold(learnedFrom: StoryDays): ReadonlyMap<string, StoryModel> {
  const folds = outOfFold(learnedFrom);
  const models = new Map<string, StoryModel>();
  for (const [fold, { models: articles, days }] of folds) {
    const others = [...folds].flatMap(([other, { lists }]) => (other === fold ? [] : lists));
    const seen = learnedFrom.days.filter((day) => !days.includes(day)).map(({ day }) => day);
    const model = { ...articles, importance: learnImportance(others), days: seen };
    for (const { day } of days) models.set(day, model);
  }
  return models;
}

/** The stories of a day, and how good each is to show early. */
interface RankedStories {
  readonly stories: readonly { readonly features: ImportanceFeatures; readonly gain: number }[];
}

interface Fold {
  readonly days: readonly StoryDay[];
  /** Learned from the other folds. */
  readonly models: ArticleModels;
  readonly lists: readonly RankedStories[];
}

/** How important a story is, is learned from what models say of articles that they have not seen. */
function outOfFold({ days, weight }: StoryDays): Map<number, Fold> {
  const folds = new Map<number, Fold>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = days.filter((_, at) => at % FOLDS === fold);
    if (held.length === 0) continue;
    const models = learnArticles(days.filter((_, at) => at % FOLDS !== fold));
    folds.set(fold, { days: held, models, lists: held.map((day) => rankedStories(day, models, weight)) });
  }
  return folds;
}

function learnArticles(days: readonly StoryDay[]): ArticleModels {
  const judged = days.flatMap((day) =>
    day.articles.map(({ article, features }) => ({
      features,
      notNews: day.notStories.has(article.id) ? 1 : 0,
      picked: pickedShare(article.id, day),
    })),
  );
  return {
    notNews: learnModel(
      judged.map(({ features, notNews }) => ({ features, share: notNews })),
      PENALTY.notNews,
    ),
    value: learnModel(
      judged.map(({ features, picked }) => ({ features, share: picked })),
      PENALTY.value,
    ),
  };
}

function pickedShare(id: string, { stories }: StoryDay): number {
  const rank = stories.findIndex((ids) => ids.includes(id));
  return rank < 0 ? 0 : (PICKED[rank] ?? PICKED_LATER);
}

/** @param cases with the share to which each is a case of what is learned */
function learnModel(
  cases: readonly { readonly features: ArticleFeatures; readonly share: number }[],
  penalty: number,
): ArticleModel {
  const names = [...new Set(cases.flatMap(({ features }) => Object.keys(features.hints)))];
  const rows = cases.flatMap(({ features, share }): LogisticCase[] => {
    const facts = [
      1,
      ...names.map((name) => features.hints[name] ?? 0),
      ...features.subject.map((value) => value * SUBJECT_SCALE),
    ];
    const sides: LogisticCase[] = [
      { facts, label: 1, weight: share },
      { facts, label: 0, weight: 1 - share },
    ];
    return sides.filter(({ weight }) => weight > 0);
  });
  const [bias = 0, ...weights] = fitLogistic(rows, penalty, STEPS);
  return {
    bias: rounded(bias),
    hints: Object.fromEntries(names.map((name, at) => [name, rounded(weights[at] ?? 0)])),
    subject: weights.slice(names.length).map((weight) => rounded(weight * SUBJECT_SCALE)),
  };
}

function rankedStories(day: StoryDay, models: ArticleModels, weight: TermWeight): RankedStories {
  const stories = candidateStories(day.articles, weight, models);
  return { stories: stories.map((story) => ({ features: story.features, gain: gainOf(story, day) })) };
}

function gainOf({ members }: CandidateStory, { stories, notStories }: StoryDay): number {
  const ids = members.map(({ article }) => article.id);
  const counts = stories.map((story) => ids.filter((id) => story.includes(id)).length);
  const most = Math.max(...counts);
  const none = ids.filter((id) => notStories.has(id)).length;
  if (most > none) return GAINS[counts.indexOf(most)] ?? LATER_EVENT;
  return none === ids.length ? 0 : NEUTRAL;
}

const FEATURES = ['coverage', 'value', 'news', 'named'] as const satisfies (keyof ImportanceWeights)[];

/** RankNet's loss (Burges et al. 2005) over the pairs of each day, with linear scores; each day counts the same. */
function learnImportance(lists: readonly RankedStories[]): ImportanceWeights {
  const pairs = lists.flatMap(({ stories }) => pairsOf(stories));
  const spread = FEATURES.map((_, at) => deviation(pairs.map(({ facts }) => facts[at] ?? 0)));
  const rows = pairs.map(
    ({ facts, weight }): LogisticCase => ({
      // The first fact is the bias, and an order has none.
      facts: [0, ...facts.map((fact, at) => fact / (spread[at] ?? 1))],
      label: 1,
      weight,
    }),
  );
  const [, ...weights] = fitLogistic(rows, PENALTY.importance, STEPS);
  const weightOf = (at: number): number => rounded((weights[at] ?? 0) / (spread[at] ?? 1));
  return { coverage: weightOf(0), value: weightOf(1), news: weightOf(2), named: weightOf(3) };
}

function pairsOf(stories: RankedStories['stories']): { facts: number[]; weight: number }[] {
  const pairs = stories.flatMap((better) =>
    stories
      .filter(({ gain }) => gain < better.gain)
      .map((worse) => ({
        facts: FEATURES.map((name) => better.features[name] - worse.features[name]),
        weight: (better.gain - worse.gain) * (better.gain === GAINS[0] ? LEAD_WEIGHT : 1),
      })),
  );
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  return pairs.map(({ facts, weight }) => ({ facts, weight: weight / total }));
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
