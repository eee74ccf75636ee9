import type { Answer, AskOptions, NoAnswer } from '../answer/answer.js';
import type { ArticleSummary } from '../archive/archive.js';
import type { PassageHit, PassageQuery } from '../archive/passage-index.js';
import type { Sources } from './archive-service.js';

/** A question with the sources that it is asked over; null for all. */
export interface AskedThere {
  readonly question: string;
  readonly options: AskOptions | undefined;
  readonly within: Sources | null;
  /** What has changed in the archive since the thread was last told; null for nothing. */
  readonly changes: CatalogueChanges | null;
}

/** Articles that came or changed, and the ids of those that went. */
export interface CatalogueChanges {
  readonly put: readonly ArticleSummary[];
  readonly gone: readonly string[];
}

/** The calls that an answering thread answers. */
export interface AnsweringCalls {
  /** Resolves when everything is loaded. */
  ready(): Promise<void>;
  answer(asked: AskedThere): Promise<Answer | NoAnswer>;
}

/** The calls that it makes: the archive and its index stay in the service's thread, and are not copied. */
export interface ArchiveCalls {
  search(query: PassageQuery, within: Sources | null): Promise<readonly PassageHit[]>;
  frequencies(terms: readonly string[], within: Sources | null): Promise<Frequencies>;
  /** The articles as they are packed, see `archive/packed-article.ts`; undefined for one that is gone. */
  articles(ids: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>;
}

export interface Frequencies {
  /** Passages that hold each term, in the order asked. */
  readonly frequencies: readonly number[];
  /** All passages. */
  readonly passageCount: number;
}
