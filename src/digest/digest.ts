/** The digest of a period: its stories, the most important first. */
export interface Digest {
  /** The day of the digest, ISO 8601 (`2020-01-05`); the last day if the period is longer. */
  readonly date: string;
  /** Its days, if they are several, ISO 8601. */
  readonly days?: readonly [first: string, last: string];
  readonly stories: readonly DigestStory[];
  /** How many articles the period has. */
  readonly articles: number;
}

/** How many stories are told in sentences. Of the others a reader sees a line each. */
export const TOLD_STORIES = 5;

/** One story as it is shown. */
export interface DigestStory {
  /** An outlet's own headline, or the opening words if no article of the story has one. */
  readonly headline: string;
  /**
   * The outlets that ran it, most central first. An article without a publisher counts as an outlet, named by
   * its label.
   */
  readonly outlets: readonly string[];
  /** Most central first. */
  readonly articles: readonly CitedArticle[];
  /** One to three sentences, the most important first. */
  readonly sentences: readonly KeySentence[];
  /** The story of the edition before that it follows up, if there surely is one. */
  readonly follows?: FollowedStory;
  /** Empty unless outlets give different figures for the same thing. */
  readonly figures: readonly DifferingFigures[];
}

/** A story of an earlier edition, as it was headed there. */
export interface FollowedStory extends CitedArticle {
  readonly headline: string;
}

/** What a citation is made from. */
export interface CitedArticle {
  readonly article: string;
  /** The title, or the opening words if the article has none. */
  readonly label: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** A verbatim sentence that says what happened, with its citation. */
export interface KeySentence extends CitedArticle {
  readonly text: string;
  /** 1-based, as people count. */
  readonly paragraph: number;
  /** Its number among the sentences of its article: the next number follows right after it. */
  readonly number: number;
}

/**
 * Different figures for one thing: one figure for each outlet, of which at least two differ; or, where a count
 * grew as time passed, the figures in their course.
 */
export interface DifferingFigures {
  readonly values: readonly PrintedFigure[];
  /** They differ because time passed: the values stand in its order. */
  readonly isCourse: boolean;
}

/** A figure as an outlet prints it ("about 180 legislators"), with its sentence. */
export interface PrintedFigure extends KeySentence {
  readonly value: string;
}
