import type { CitedArticle, DifferingFigures, KeySentence } from '../digest/digest.js';

/** What is said of an article that a watch found. */
export interface Alert {
  readonly article: CitedArticle;
  /** The sentence that says what it is about. */
  readonly sentence: KeySentence;
  /** What the article before it did not say; null if there was none. */
  readonly news: WhatIsNew | null;
}

/** What an article says that another one did not. */
export interface WhatIsNew {
  /** Null if no sentence says much that is new. */
  readonly sentence: KeySentence | null;
  /** Figures that the two give differently. */
  readonly figures: readonly DifferingFigures[];
}

/** Which alert to compose. */
export interface AlertRequest {
  /** What the watch is for; null if it follows a story. */
  readonly words: string | null;
  /** Ids of the article, and of the one that was told last, if any. */
  readonly article: string;
  readonly previous: string | null;
}
