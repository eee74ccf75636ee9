import type { AnswerType } from '../question/answer-type.js';
import type { RankedSentence } from '../ranking/rank.js';
import type { ValueSpan } from '../types/value-span.js';

/** A value where it was said. */
export interface Mention {
  readonly sentence: RankedSentence;
  /** Position of the sentence in the ranking. */
  readonly rank: number;
  /** The sentence's share of the likelihood among the best, 0 to 1. */
  readonly share: number;
  readonly span: ValueSpan;
  readonly type: AnswerType;
  /** Two mentions with the same canonical form give the same value. */
  readonly canonical: string;
}

/** What all mentions of one value say together. */
export interface Support {
  /** Sum of the shares of the sentences that give the value. */
  readonly share: number;
  /** Articles among the best that give it. */
  readonly articles: number;
  /** The same, over all values of the question: how much it has of all support, 0 to 1. */
  readonly agreement: number;
}
