import type { ArchivedArticle } from './passage.js';
import type { PassageHit, PassageQuery } from './passage-index.js';

/** What is known of an article without opening its text. */
export type ArticleSummary = Pick<
  ArchivedArticle,
  'id' | 'file' | 'title' | 'published' | 'added' | 'updated' | 'url'
> & {
  /** The outlet, and the others that printed the same text. */
  readonly publisher: string | null;
  /** The title, or the opening words where the article has none. */
  readonly label: string;
  readonly sentenceCount: number;
  /** The source keys that it came by, see `sourcesOf`; never empty. */
  readonly sources: readonly string[];
};

/** The collected articles, and every question that can be put to them. */
export interface Archive {
  readonly articleCount: number;
  readonly passageCount: number;
  /** Newest first (by published, else added, else name). */
  articles(): readonly ArticleSummary[];
  article(id: string): Promise<ArchivedArticle | undefined>;
  /** The same as bytes, see `packed-article.ts`. Absent from archives that do not keep articles so. */
  packed?(id: string): Promise<Uint8Array | undefined>;
  search(query: PassageQuery): Promise<readonly PassageHit[]>;
  documentFrequencies(terms: readonly string[]): Promise<readonly number[]>;
  /**
   * Returns a view of the articles that came by at least one of these sources. It answers as an archive with no others
   * would. Its passages may not be counted before it has been asked for frequencies or passages. Closing it does
   * nothing.
   * @param sources source keys, see `sourcesOf` and `withoutWords`
   */
  within(sources: readonly string[]): Archive;
  /** The archive that this is a view of; absent from a whole one. */
  readonly whole?: Archive;
  /**
   * Checks that the archive can answer right now. Absent from archives that always can.
   * @throws UserError when the engine behind it cannot be reached
   */
  check?(): Promise<void>;
  close(): Promise<void>;
}
