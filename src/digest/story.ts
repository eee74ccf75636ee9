import type { ArchivedArticle } from '../archive/passage.js';
import { foldCopies } from './copies.js';
import type { FoundStory } from './stories/find-stories.js';
import { dot, sum, type TermVector } from './term-vector.js';

/** The articles of one story, before it is told. */
export interface Story {
  /** Most central first. */
  readonly articles: readonly ArchivedArticle[];
  /** Those that tell the news, without columns and guides about it. Most central first. */
  readonly reports: readonly ArchivedArticle[];
  /** The reports without copies: of each text its fullest version. */
  readonly texts: readonly ArchivedArticle[];
  /** The sum of the articles' vectors. */
  readonly centre: TermVector;
}

export function readStory(found: FoundStory, vectors: ReadonlyMap<ArchivedArticle, TermVector>): Story {
  const vectorOf = (article: ArchivedArticle): TermVector => vectors.get(article) ?? new Map();
  const centre = sum(found.articles.map(vectorOf));
  const likeness = new Map(found.articles.map((article) => [article, dot(vectorOf(article), centre)]));
  const articles = [...found.articles].sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0));
  const reports = articles.filter((article) => found.reports.includes(article));
  return { articles, reports, texts: foldCopies(reports).flatMap(([fullest]) => fullest ?? []), centre };
}
