import type { ArchivedArticle } from './passage.js';
import type { PassageHit, PassageQuery } from './passage-index.js';

/** What is known of an article without opening its text. */
export type ArticleSummary = Pick<
  ArchivedArticle,
  'id' | 'file' | 'title' | 'published' | 'added' | 'updated' | 'url'
> & {
  /** Its outlet, and those that print the same text. */
  readonly publisher: string | null;
  /** The title, or the opening words where the article has none. */
  readonly label: string;
  readonly sentenceCount: number;
};

/** Everything that can be asked of the collected articles. */
export interface Archive {
  readonly articleCount: number;
  readonly passageCount: number;
  /** Newest first (by published, else added, else name). */
  articles(): readonly ArticleSummary[];
  article(id: string): Promise<ArchivedArticle | undefined>;
  search(query: PassageQuery): Promise<readonly PassageHit[]>;
  documentFrequencies(terms: readonly string[]): Promise<readonly number[]>;
  /**
   * Looks whether it can answer just now; absent where it always can.
   * @throws UserError when what holds it is away
   */
  check?(): Promise<void>;
  close(): Promise<void>;
}
