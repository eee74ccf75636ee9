import type { ArchivedArticle, Sentence } from '../archive/passage.js';
import type { AnalysedText } from './analysed-text.js';
import type { AnswerSpan } from './answer-spans.js';
import type { TermEvidence, TermMatcher } from './term-matcher.js';

/** A sentence that may answer, with all that features look at. */
export interface Candidate {
  readonly article: ArchivedArticle;
  readonly sentence: Sentence;
  readonly matcher: TermMatcher;
  readonly analysed: AnalysedText;
  /** What the sentence itself holds of the question. */
  readonly evidence: TermEvidence;
  readonly spans: readonly AnswerSpan[];
  readonly surroundings: Surroundings;
  readonly scores: PoolScores;
}

/** What stands around a sentence; null where there is nothing, or a break between. */
export interface Surroundings {
  readonly previous: TermEvidence | null;
  readonly next: TermEvidence | null;
  readonly title: TermEvidence | null;
  /** Best strength of each term over the sentences of its passage, the sentence itself among them. */
  readonly passage: readonly number[];
  /** Best strength of each term over all fetched passages of its article. */
  readonly article: readonly number[];
  /** The sentence before, to resolve pronouns. */
  readonly previousText: AnalysedText | null;
}

/** BM25 figures set against the rest of the pool. */
export interface PoolScores {
  /** Passage score over the best passage's, 0 to 1. */
  readonly passage: number;
  /** 0-based rank of its passage. */
  readonly passageRank: number;
  /** Sentence BM25 over the best sentence's of the pool, 0 to 1. */
  readonly sentence: number;
  /** Its sentence BM25 less the best one's of the same passage, over the pool's best: 0 for the best itself. */
  readonly gapInPassage: number;
}

/** A readable fact about a candidate; 0 to 1 wherever it can be, so that weights compare. */
export type Feature = (candidate: Candidate) => number;
