import type { ArchivedArticle } from '../../archive/passage.js';
import { type ArticleFeatures, articleFeatures } from './article-features.js';
import { type ArticleTerms, articleTerms } from './group-stories.js';
import { type ArticleModels, chance } from './story-model.js';

/** From this chance on, an article does not belong in a digest. */
const NOT_NEWS = 0.6;

/** An article with all that is needed to sort it into stories. */
export interface ReadArticle {
  readonly article: ArchivedArticle;
  readonly terms: ArticleTerms;
  readonly features: ArticleFeatures;
}

/** A read article, and what the model thinks of it. */
export interface JudgedArticle extends ReadArticle {
  /** The chance that it does not belong in a digest. */
  readonly notNews: number;
  /** The chance that an editor picks it. */
  readonly value: number;
}

export function readArticle(article: ArchivedArticle): ReadArticle {
  return { article, terms: articleTerms(article), features: articleFeatures(article) };
}

export function judgeArticle(read: ReadArticle, model: ArticleModels): JudgedArticle {
  return {
    ...read,
    notNews: chance(model.notNews, read.features),
    value: chance(model.value, read.features),
  };
}

export function isNews({ notNews }: JudgedArticle): boolean {
  return notNews < NOT_NEWS;
}
