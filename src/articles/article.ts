/** One news article: clean paragraphs in order, and what its text or front matter says about it. */
export interface Article {
  /** Stable name, unique in the archive; the file's name without its ending. */
  readonly id: string;
  /** The file it was read from, relative to the articles folder. */
  readonly file: string;
  /** The outlet's own headline, never one of ours. */
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601 date (`2020-01-05`) or date and time with its offset, as precise as the source is. */
  readonly published: string | null;
  /** ISO 8601 date or time at which it was added to the collection. */
  readonly added: string | null;
  /** Who wrote it, where the source says so. */
  readonly authors?: readonly string[];
  /** ISO 8601 date or time at which its text was last corrected, if it was. */
  readonly updated?: string;
  /** The other places where the same text was published. */
  readonly copies?: readonly Copy[];
  /** Identifies this edition, if there may be several. */
  readonly revision?: Revision;
  /** The source keys that it came by, see `sourcesOf`; only articles from feeds have a note of them. */
  readonly sources?: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /**
   * The captions of its photos, in whole sentences without their credits. Not part of the text, but quotable
   * as captions.
   */
  readonly captions?: readonly string[];
  /** What cleaning took out, in the order of the source. */
  readonly removed: readonly Removal[];
}

/** The same text at another outlet, or at another address of the same one. */
export interface Copy {
  readonly publisher: string | null;
  readonly url: string | null;
}

/** Tells an older edition of an article from a newer one. */
export interface Revision {
  /**
   * ISO 8601 date or time that the source gives for this edition; null if it gives none. `updated` may
   * instead be when we noticed the change.
   */
  readonly dated: string | null;
  /** Hashes of the texts that this one replaced, oldest first. */
  readonly before: readonly string[];
}

export interface Paragraph {
  /** A substring of the source, white space aside. */
  readonly text: string;
  /** Something was removed between the previous paragraph and this one: the two are not continuous. */
  readonly afterBreak: boolean;
  /**
   * Something was removed in front of its first word, such as a bullet. It is continuous, but no quote runs
   * into it.
   */
  readonly opened?: true;
  /**
   * What is no running text. A `row` of a table and an embedded `post` are quoted whole or not at all; a
   * `heading` is never quoted, and no passage holds it.
   */
  readonly kind?: 'heading' | 'row' | 'post';
}

export interface Removal {
  readonly text: string;
  readonly reason: RemovalReason;
}

export type RemovalReason =
  | 'scrape header'
  | 'headline'
  | 'heading'
  | 'byline'
  | 'dateline'
  | 'photo credit'
  | 'caption'
  | 'advertisement'
  | 'link to more'
  | 'contact line'
  | 'embedded post'
  | 'pull quote'
  | 'bullet'
  | 'boilerplate';
