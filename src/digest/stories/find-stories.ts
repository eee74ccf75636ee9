import type { ArchivedArticle } from '../../archive/passage.js';
import { foldCopies } from '../copies.js';
import type { TermWeight } from '../term-vector.js';
import { groupStories } from './group-stories.js';
import { isNews, type JudgedArticle, judgeArticle, type ReadArticle } from './read-article.js';
import { namedBy, sortOutRoundUps } from './round-ups.js';
import type { ArticleModels, ImportanceWeights, StoryModel } from './story-model.js';

/** Articles of one event, and what speaks for its importance. */
export interface CandidateStory {
  readonly members: readonly JudgedArticle[];
  readonly features: ImportanceFeatures;
}

export type ImportanceFeatures = Readonly<Record<keyof ImportanceWeights, number>>;

/** A story of a digest. */
export interface FoundStory {
  readonly articles: readonly ArchivedArticle[];
  /** The articles that tell news, without columns and guides about it; all where none does. */
  readonly reports: readonly ArchivedArticle[];
}

/** A round-up names a story if one of its items is at least this similar, and clearly from the second on. */
const HARDLY_NAMED = 0.1;
const CLEARLY_NAMED = 0.3;

/**
 * Sorts the articles of a period into stories, the most important first. What does not belong in a digest is
 * left out, unless there is nothing else.
 */
export function findStories(
  articles: readonly ReadArticle[],
  weight: TermWeight,
  model: StoryModel,
): FoundStory[] {
  const candidates = candidateStories(articles, weight, model)
    .map((story) => ({ ...story, importance: importance(story.features, model.importance) }))
    .sort((a, b) => b.importance - a.importance);
  const news = candidates.filter(({ members }) => members.some(isNews));
  return (news.length > 0 ? news : candidates).map(({ members }) => {
    const reports = members.filter(isNews);
    return {
      articles: members.map(articleOf),
      reports: (reports.length > 0 ? reports : members).map(articleOf),
    };
  });
}

/** Groups articles into stories, news or not. Round-ups are in none; they only name stories. */
export function candidateStories(
  articles: readonly ReadArticle[],
  weight: TermWeight,
  model: ArticleModels,
): CandidateStory[] {
  const judged = articles.map((article) => judgeArticle(article, model));
  const sorted = sortOutRoundUps(judged, weight);
  const left = sorted.articles.length > 0 ? sorted.articles : judged;
  const byArticle = new Map(left.map((each) => [each.article, each]));
  const terms = new Map(left.map(({ article, terms }) => [article, terms]));
  return groupStories(terms, weight).map((group) => {
    const members = group.flatMap((article) => byArticle.get(article) ?? []);
    const named = Math.max(0, ...members.map((member) => namedBy(sorted.roundUps, member, weight)));
    return { members, features: importanceFeatures(members, named) };
  });
}

/** Copies of one report are one voice, and a column counts as far as it may be news. */
function importanceFeatures(members: readonly JudgedArticle[], named: number): ImportanceFeatures {
  const newsOf = new Map(members.map(({ article, notNews }) => [article, 1 - notNews]));
  const voices = foldCopies(members.map(articleOf)).map((copies) =>
    Math.max(...copies.map((copy) => newsOf.get(copy) ?? 0)),
  );
  return {
    coverage: Math.log(1 + voices.reduce((sum, news) => sum + news, 0)),
    value: logit(Math.max(...members.map(({ value }) => value))),
    news: logit(Math.max(...newsOf.values())),
    named: Math.min(1, Math.max(0, (named - HARDLY_NAMED) / (CLEARLY_NAMED - HARDLY_NAMED))),
  };
}

export function importance(features: ImportanceFeatures, weights: ImportanceWeights): number {
  return (
    features.coverage * weights.coverage +
    features.value * weights.value +
    features.news * weights.news +
    features.named * weights.named
  );
}

function articleOf({ article }: JudgedArticle): ArchivedArticle {
  return article;
}

/** Bounded, as no learned chance is certain. */
function logit(chance: number): number {
  const bounded = Math.min(0.99, Math.max(0.01, chance));
  return Math.log(bounded / (1 - bounded));
}
