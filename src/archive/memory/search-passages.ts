import type { PassageQuery } from '../passage-index.js';
import type { Vocabulary } from '../vocabulary.js';
import { BestPassages, type ScoredPassage } from './best-passages.js';
import { findTerms } from './found-terms.js';
import type { PassagePostings } from './passage-postings.js';
import { scorePassages } from './passage-scores.js';
import type { PassageTable } from './passage-table.js';
import type { IndexStatistics } from './term-statistics.js';

/** The passages that are searched. */
export interface SearchCollection {
  readonly vocabulary: Vocabulary;
  readonly statistics: IndexStatistics;
  readonly postings: PassagePostings;
  readonly passages: PassageTable;
  /** The id of an article, by its number; null if the article is not searched. */
  idOf(article: number): string | null;
}

/**
 * Finds the best passages for a query, exactly: it scores every passage that shares a term with it. That takes a few
 * nanoseconds a posting.
 * @returns at most `query.limit` passages, best first
 */
export function searchPassages(
  collection: SearchCollection,
  { terms, limit }: PassageQuery,
): readonly ScoredPassage[] {
  if (!(limit >= 1)) return [];
  const { statistics, postings, passages } = collection;
  const sought = findTerms(collection, terms).flatMap((matches, position) =>
    matches.flatMap(({ term, title, text }) =>
      postings.of(term).map((some) => ({ place: position + 1, title, text, postings: some })),
    ),
  );
  const meanLengths = { title: statistics.titleLength, text: statistics.textLength };
  const best = new BestPassages(limit);
  scorePassages(passages, sought, meanLengths, (passage, score) => {
    const article = passages.articleOf(passage);
    const id = article === null ? null : collection.idOf(article);
    if (article !== null && id !== null)
      best.offer({ article: id, passage: passage - passages.firstOf(article), score });
    return best.threshold;
  });
  return best.list();
}
