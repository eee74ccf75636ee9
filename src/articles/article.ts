/** One news article as a reader gives it: clean paragraphs in order, and what the text or its front matter says of itself. */
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
  /** ISO 8601 date or time at which it came into the collection. */
  readonly added: string | null;
  /** Who wrote it, where the source says so. */
  readonly authors?: readonly string[];
  /** ISO 8601 date or time at which its text was last corrected, where it was. */
  readonly updated?: string;
  /** Where else the same text came out. */
  readonly copies?: readonly Copy[];
  /** Which of its editions this is, where there may be several. */
  readonly revision?: Revision;
  readonly paragraphs: readonly Paragraph[];
  /** What its photos' captions tell, in whole sentences and without their credits: no part of the text, but quotable as captions. */
  readonly captions?: readonly string[];
  /** What cleaning took out, in the order of the source. */
  readonly removed: readonly Removal[];
}

/** The same text at another outlet, or at another address of the same one. */
export interface Copy {
  readonly publisher: string | null;
  readonly url: string | null;
}

/** What tells an older edition of an article from a newer one. */
export interface Revision {
  /** ISO 8601 date or time that the source gives this edition; null where it gives none. `updated` may be when we saw it. */
  readonly dated: string | null;
  /** Hashes of the texts that this one took the place of, oldest first. */
  readonly before: readonly string[];
}

export interface Paragraph {
  /** A substring of the source, white space aside. */
  readonly text: string;
  /** Something was removed between the paragraph before and this one: the two do not read on. */
  readonly afterBreak: boolean;
  /** Something was removed in front of its first word, such as a bullet: it reads on, but no quote runs into it. */
  readonly opened?: true;
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
