import type { ArchivedArticle, Passage } from './passage.js';
import type { PreparedArticle } from './prepared-article.js';

export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
  /** Also find terms that begin alike and are spelled a letter or two differently, at less than full weight. */
  readonly fuzzy?: boolean;
}

/** An analysed query: index terms (see text/analyser) and how much each counts. */
export interface PassageQuery {
  readonly terms: readonly QueryTerm[];
  /** The maximum number of hits. */
  readonly limit: number;
}

export interface PassageHit {
  readonly passage: Passage;
  /** BM25 figure; comparable within one search only. */
  readonly score: number;
}

/** Finds passages by BM25 over title and text. */
export interface PassageSearch {
  readonly passageCount: number;
  search(query: PassageQuery): Promise<readonly PassageHit[]>;
  /** Returns the number of passages that hold each term, in the order asked. */
  documentFrequencies(terms: readonly string[]): Promise<readonly number[]>;
}

/**
 * The passages of an archive. Asynchronous, so that it can live in another thread or on other machines. Nothing
 * outside `archive/` knows which engine it is.
 */
export interface PassageIndex extends PassageSearch {
  /**
   * Returns a search over the articles of these sources alone. Every figure of it (the rarity of a term, the mean
   * length of a passage) is taken over them.
   * @param sources source keys, see `sourcesOf` and `withoutWords`
   */
  within(sources: readonly string[]): PassageSearch;
  /**
   * Adds an article's passages, in place of those of an article with the same id.
   * @param prepared the prepared article, if the caller has it already
   */
  add(article: ArchivedArticle, prepared?: PreparedArticle): Promise<void>;
  remove(articleId: string): Promise<void>;
  close(): Promise<void>;
}
