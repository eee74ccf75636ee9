import type { Answer, AskOptions, NoAnswer, Reading } from '../answer/answer.js';
import type { ArticleSummary } from '../archive/archive.js';
import type { Progress } from '../archive/open-archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import type { SourceLookup } from '../archive/source-lookup.js';
import type { Digest } from '../digest/digest.js';
import type { Day } from '../digest/schedule/days.js';
import type { Ingested } from '../ingest/article-collection.js';

/**
 * Everything that the bot wants of the articles. It is work that may take its time, so all of it is asynchronous, and
 * all that goes in and comes out is plain data: it can be done in another thread than the one that asks.
 */
export interface ArchiveService {
  /** False while nothing can be asked, because the articles are being opened again. */
  readonly isOpen: boolean;
  /** @throws UserError `question-empty`, `question-long` */
  ask(question: string, options?: AskOptions): Promise<Answer | NoAnswer>;
  /**
   * How a question was understood, and what of it a quote holds.
   * @param previous the question before it that it was read together with
   */
  reading(question: string, previous: string | null, quote: string): Promise<Reading>;
  /** @param period see digest/period-key */
  digest(period: string): Promise<Digest>;
  /**
   * The article of an id, or of what stands for one in little space; null when it is gone.
   * @param key see `articleKey`
   */
  article(key: string): Promise<FoundArticle | null>;
  /** See `lookUpSource`. */
  lookUp(words: string, limit: number): Promise<SourceLookup>;
  /**
   * A page of all articles, newest first.
   * @param page 0-based; the last page stands for those after it
   */
  newest(page: number, size: number): Promise<ArticlePage>;
  overview(): Promise<Overview>;
  /**
   * Adds the article of a web page.
   * @throws UserError when there is none, or when it cannot be had or written
   */
  addPage(address: string): Promise<Ingested>;
  /**
   * Follows a feed from now on, and reads it once.
   * @throws UserError when there is no feed, when it is there already, or when it cannot be read
   */
  addFeed(address: string): Promise<AddedFeed>;
  /** Finishes what must not be left half done. */
  close(): Promise<void>;
}

export interface FoundArticle {
  readonly summary: ArticleSummary;
  readonly article: ArchivedArticle;
}

export interface ArticlePage {
  readonly articles: readonly ArticleSummary[];
  /** 0-based. */
  readonly page: number;
  readonly pages: number;
}

/** What there is. */
export interface Overview {
  readonly articles: number;
  readonly passages: number;
  /** The first and the last day on which an article came out; null where no article says. */
  readonly published: readonly [first: Day, last: Day] | null;
  /** The last day that a digest can be about; null for an empty archive. */
  readonly newestDay: Day | null;
}

export interface AddedFeed {
  /** Its title, else its address. */
  readonly name: string;
  /** How many of its items were read, and how many were no articles. */
  readonly read: number;
  readonly refused: number;
}

/** Whoever hears what happens in an archive service without being asked for. */
export interface Listener {
  progress(step: Progress): void;
  /** A plain line that the operator should read. */
  notice(line: string): void;
  info(line: string): void;
  /** @param error what is behind it, where there is more to tell than the line says */
  warn(line: string, error?: unknown): void;
  /** A fault of ours, which nobody waits to hear of. */
  fault(error: unknown): void;
  /** A feed was looked at, when its turn came. */
  polled(poll: FeedPoll): void;
}

export interface FeedPoll {
  /** False when it could not be read. */
  readonly isRead: boolean;
  /** How many articles came in, or changed. */
  readonly added: number;
}
