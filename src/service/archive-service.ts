import type { Answer, AskOptions, NoAnswer, Reading } from '../answer/answer.js';
import type { ArticleSummary } from '../archive/archive.js';
import type { Progress } from '../archive/open-archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import type { SourceLookup } from '../archive/source-lookup.js';
import type { StoryCourse } from '../digest/course/story-course.js';
import type { Digest } from '../digest/digest.js';
import type { Day } from '../digest/schedule/days.js';
import type { Ingested } from '../ingest/article-collection.js';
import type { Follower } from '../ingest/feeds/follow-feed.js';
import type { Subscription, SubscriptionList } from '../ingest/feeds/opml.js';

import type { Alert, AlertRequest } from '../watch/alert.js';

export type { Subscription, SubscriptionList };

/** Source keys: those that a server asks over. */
export type Sources = readonly string[];

/**
 * Everything the bot needs from the articles. Calls can take long, so all of them are asynchronous; arguments
 * and results are plain data, so the service can run in another thread. Where a call takes `within`, it knows only
 * the articles of these sources (see `sourcesOf`); without it, all.
 */
export interface ArchiveService {
  /** False while the archive is being reopened and cannot answer. */
  readonly isOpen: boolean;
  /** @throws UserError `question-empty`, `question-long` */
  ask(question: string, options?: AskOptions, within?: Sources): Promise<Answer | NoAnswer>;
  /**
   * Returns how a question was understood, and which parts of it a quote holds.
   * @param previous the question before it, if the two were read together
   */
  reading(question: string, previous: string | null, quote: string): Promise<Reading>;
  /**
   * Composes the digest of a period.
   * @param period see `digest/schedule/period-key.ts`
   * @param topic leaves out the stories that are about something else; the most relevant comes first
   */
  digest(period: string, topic?: string, within?: Sources): Promise<Digest>;
  /**
   * Tells how the story that some words name went on.
   * @throws UserError `question-empty`, `question-long`
   */
  story(words: string, within?: Sources): Promise<StoryCourse>;
  /** Returns the day with articles that is nearest to a day, an earlier one first; null for an empty archive. */
  nearestDay(day: Day, within?: Sources): Promise<Day | null>;
  /** Returns the first of these days that has articles; null if none has. */
  firstWithArticles(days: readonly Day[], within?: Sources): Promise<Day | null>;
  /**
   * Returns the article of a key, or null if it is gone.
   * @param key an id or a hash of it, see `articleKey`
   */
  article(key: string, within?: Sources): Promise<FoundArticle | null>;
  /** Returns other articles that report the same story as the article with this id, newest first. */
  sameStory(id: string, within?: Sources): Promise<readonly ArticleSummary[]>;
  /** Groups questions that ask the same in other words, see `groupQuestions`. */
  groupQuestions(questions: readonly string[]): Promise<number[][]>;
  /** Composes the alert for an article that a watch found; null if the article is gone. */
  alert(request: AlertRequest): Promise<Alert | null>;
  /** Looks up a source by words, see `lookUpSource`. */
  lookUp(words: string, limit: number, within?: Sources): Promise<SourceLookup>;
  /**
   * Returns a page of all articles, newest first.
   * @param page 0-based; a number past the end gives the last page
   */
  newest(page: number, size: number, within?: Sources): Promise<ArticlePage>;
  overview(within?: Sources): Promise<Overview>;
  /**
   * Fetches a web page and adds its article.
   * @throws UserError if the page holds no article, cannot be fetched, or cannot be saved
   */
  addPage(address: string): Promise<Ingested>;
  /**
   * Starts to follow a feed, and reads it once.
   * @throws UserError if the address has no feed, the feed is followed already, or it cannot be read
   */
  addFeed(address: string): Promise<AddedFeed>;
  /**
   * Lets a server follow a feed or site.
   * @param readNow reads a new feed at once; else it is read when its turn comes
   * @throws UserError if the address has no feed, the server follows it already, or the operator does not allow it
   */
  followFeed(address: string, follower: Follower, readNow: boolean): Promise<FollowedSource>;
  /**
   * Reads a list of feeds as feed readers export it.
   * @param list an OPML file
   * @throws UserError if it is none, too large or names no feed
   */
  readSubscriptions(list: Uint8Array, name: string): Promise<SubscriptionList>;
  /** Writes a list of feeds that feed readers import. */
  writeSubscriptions(subscriptions: readonly Subscription[], title: string): Promise<string>;
  /** Closes the service after finishing work that must not be left half done. */
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

/** The size of the archive and the days it covers. */
export interface Overview {
  readonly articles: number;
  readonly passages: number;
  /** The first and the last day on which an article was published; null if no article has a date. */
  readonly published: readonly [first: Day, last: Day] | null;
}

export interface AddedFeed {
  /** The feed's title, or its address if it has none. */
  readonly name: string;
  /** How many of its items were read, and how many of those were not articles. */
  readonly read: number;
  readonly refused: number;
}

/** A feed that a server now follows. */
export interface FollowedSource {
  /** The feed's title, or its address if it has none. */
  readonly name: string;
  /** The source key of its articles. */
  readonly source: string;
  /** Whether it is followed for all servers anyway. */
  readonly isShared: boolean;
  /** How many of its items were read, and how many were not articles; null if it was not read now. */
  readonly read: { readonly articles: number; readonly refused: number } | null;
  /** Why it could not be read; null if it was, or was not tried. */
  readonly failure: string | null;
}

/** Hears of events in an archive service that no call asked for. */
export interface Listener {
  progress(step: Progress): void;
  /** Receives a plain line for the operator. */
  notice(line: string): void;
  info(line: string): void;
  /** @param error the cause, if it says more than the line */
  warn(line: string, error?: unknown): void;
  /** Receives a fault of ours that no caller is waiting to hear of. */
  fault(error: unknown): void;
  /** Receives the result of a scheduled look at a feed. */
  polled(poll: FeedPoll): void;
}

export interface FeedPoll {
  /** False if the feed could not be read. */
  readonly isRead: boolean;
  /** How many articles were added or changed. */
  readonly added: number;
}
