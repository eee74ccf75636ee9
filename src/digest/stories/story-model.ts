import type { ArticleFeatures } from './article-features.js';
import weights from './weights.json' with { type: 'json' };

/** A logistic regression over the features of an article. */
export interface ArticleModel {
  readonly bias: number;
  readonly hints: Readonly<Record<string, number>>;
  readonly subject: readonly number[];
}

/** What makes a story important, each with its weight; story-features.ts says what they are. */
export interface ImportanceWeights {
  readonly coverage: number;
  readonly value: number;
  readonly news: number;
  readonly named: number;
}

export interface ArticleModels {
  /** Tells what does not belong in a digest: round-ups, columns, guides, shopping, features without news. */
  readonly notNews: ArticleModel;
  /** Tells what an editor picks among a day's articles. */
  readonly value: ArticleModel;
}

/** What was learned from days that editors sorted; `npm run train -- --part stories` makes it. */
export interface StoryModel extends ArticleModels {
  readonly importance: ImportanceWeights;
  /** The days that it learned from. */
  readonly days: readonly string[];
}

export const STORY_MODEL: StoryModel = weights;

/** The chance, 0 to 1, that the model gives an article. */
export function chance({ bias, hints, subject }: ArticleModel, features: ArticleFeatures): number {
  let sum = bias;
  for (const [name, value] of Object.entries(features.hints)) sum += value * (hints[name] ?? 0);
  features.subject.forEach((value, at) => {
    sum += value * (subject[at] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}
