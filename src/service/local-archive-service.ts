import type { Answer, AskOptions, NoAnswer, Reading } from '../answer/answer.js';
import { readingOfQuote } from '../answer/answerability/reason.js';
import { ask } from '../answer/ask.js';
import { readQuestion } from '../answer/question/question.js';
import type { Archive, ArticleSummary } from '../archive/archive.js';
import { lookUpSource, type SourceLookup } from '../archive/source-lookup.js';
import type { Digest } from '../digest/digest.js';
import { sameStory } from '../digest/same-story.js';
import { type Day, daysWithArticles } from '../digest/schedule/days.js';
import type { Ingested } from '../ingest/article-collection.js';
import { addFeedAt } from '../ingest/feeds/add-feed.js';
import { type IngestContext, pollFeed } from '../ingest/feeds/poll-feed.js';
import { daysBetween } from '../text/dates/calendar.js';
import { UserError } from '../user-error.js';
import type { AddedFeed, ArchiveService, ArticlePage, FoundArticle, Overview } from './archive-service.js';
import { articleOfKey } from './article-key.js';
import { digestAbout } from './digest-about.js';
import { DigestCache } from './digest-cache.js';

/** The archive service, running in the caller's own thread. */
export class LocalArchiveService implements ArchiveService {
  readonly isOpen = true;
  readonly #digests: DigestCache;

  /**
   * @param feeds adds articles and follows feeds
   * @param end closes everything that was opened for the service
   */
  constructor(
    private readonly archive: Archive,
    private readonly feeds: IngestContext,
    private readonly end: () => Promise<void> = async () => {},
  ) {
    this.#digests = new DigestCache(archive);
  }

  ask(question: string, options?: AskOptions): Promise<Answer | NoAnswer> {
    return ask(this.archive, question, options);
  }

  async reading(question: string, previous: string | null, quote: string): Promise<Reading> {
    return readingOfQuote(readQuestion(question, previous), quote);
  }

  async digest(period: string, topic?: string): Promise<Digest> {
    const digest = await this.#digests.of(period);
    return topic === undefined ? digest : digestAbout(digest, topic);
  }

  async nearestDay(day: Day): Promise<Day | null> {
    const days = daysWithArticles(this.archive);
    const distance = (other: Day): number => Math.abs(daysBetween(day, other));
    return days.reduce<Day | null>(
      (nearest, other) => (nearest === null || distance(other) < distance(nearest) ? other : nearest),
      null,
    );
  }

  article(key: string): Promise<FoundArticle | null> {
    return articleOfKey(this.archive, key);
  }

  sameStory(id: string): Promise<readonly ArticleSummary[]> {
    return sameStory(this.archive, id);
  }

  lookUp(words: string, limit: number): Promise<SourceLookup> {
    return lookUpSource(this.archive, words, limit);
  }

  async newest(page: number, size: number): Promise<ArticlePage> {
    const all = this.archive.articles();
    const pages = Math.ceil(all.length / size);
    const at = Math.max(0, Math.min(page, pages - 1));
    return { articles: all.slice(at * size, (at + 1) * size), page: at, pages };
  }

  async overview(): Promise<Overview> {
    await this.archive.check?.();
    const { articleCount: articles, passageCount: passages } = this.archive;
    const days = this.archive.articles().flatMap(({ published }) => published?.slice(0, 10) ?? []);
    const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
    return {
      articles,
      passages,
      published: first === undefined || last === undefined ? null : [first, last],
    };
  }

  async addPage(address: string): Promise<Ingested> {
    const { ingester } = this.feeds;
    return ingester.ingest(await ingester.page(address));
  }

  async addFeed(address: string): Promise<AddedFeed> {
    const feed = await addFeedAt(address, this.feeds);
    const { title, outcomes, failure } = await pollFeed(feed, this.feeds);
    if (failure !== null) throw failure;
    const refused = outcomes.filter(({ result }) => result instanceof UserError).length;
    return { name: title ?? feed.url, read: outcomes.length - refused, refused };
  }

  close(): Promise<void> {
    return this.end();
  }
}
