/** The digest of a period: its stories, those that matter first. */
export interface Digest {
  /** The day it is about, ISO 8601 (`2020-01-05`); of a longer period the last day. */
  readonly date: string;
  readonly stories: readonly DigestStory[];
  /** How many articles the period has. */
  readonly articles: number;
}

/** One story as it is shown. */
export interface DigestStory {
  /** An outlet's own headline, or the opening words where no article of the story has one. */
  readonly headline: string;
  /** Who ran it, most central first: publishers, and the label of each article without one, which counts as an outlet. */
  readonly outlets: readonly string[];
  /** Most central first. */
  readonly articles: readonly CitedArticle[];
  /** One to three, what matters most first. */
  readonly sentences: readonly KeySentence[];
  /** Empty unless outlets give different figures for the same thing. */
  readonly figures: readonly DifferingFigures[];
}

/** What a citation is made of. */
export interface CitedArticle {
  readonly article: string;
  /** The title, or the opening words where the article has none. */
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
}

/** One thing for which outlets print different figures: one figure an outlet, at least two that differ. */
export interface DifferingFigures {
  readonly values: readonly PrintedFigure[];
}

/** A figure as an outlet prints it ("about 180 legislators"), with the sentence that it stands in. */
export interface PrintedFigure extends KeySentence {
  readonly value: string;
}
