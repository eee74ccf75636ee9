import type { Answer, AskOptions, NoAnswer, Reading } from '../answer/answer.js';
import { readingOfQuote } from '../answer/answerability/reason.js';
import { readQuestion } from '../answer/question/question.js';
import type { Archive, ArticleSummary } from '../archive/archive.js';
import { lookUpSource, type SourceLookup } from '../archive/source-lookup.js';
import type { StoryCourse } from '../digest/course/story-course.js';
import { traceStory } from '../digest/course/trace-story.js';
import type { Digest } from '../digest/digest.js';
import { sameStory } from '../digest/same-story.js';
import { type Day, daysWithArticles } from '../digest/schedule/days.js';
import type { Ingested } from '../ingest/article-collection.js';
import { addFeedAt } from '../ingest/feeds/add-feed.js';
import { type Follower, followFeedAt } from '../ingest/feeds/follow-feed.js';
import type { Subscription, SubscriptionList } from '../ingest/feeds/opml.js';
import { type IngestContext, pollFeed } from '../ingest/feeds/poll-feed.js';
import { readApart } from '../ingest/read-apart.js';
import { daysBetween } from '../text/dates/calendar.js';
import { UserError } from '../user-error.js';
import type { Alert, AlertRequest } from '../watch/alert.js';
import { composeAlert } from '../watch/compose-alert.js';
import { type Answering, AnsweringThreads } from './answering-threads.js';
import type {
  AddedFeed,
  ArchiveService,
  ArticlePage,
  FollowedSource,
  FoundArticle,
  Overview,
  Sources,
} from './archive-service.js';
import { articleOfKey } from './article-key.js';
import { DigestCache } from './digest-cache.js';
import { groupQuestions } from './question-groups.js';

/** The archive service, running in the caller's own thread. */
export class LocalArchiveService implements ArchiveService {
  readonly isOpen = true;
  readonly #digests: DigestCache;

  /**
   * @param feeds adds articles and follows feeds
   * @param end closes everything that was opened for the service
   * @param answering gives the answers of the archive
   */
  constructor(
    private readonly archive: Archive,
    private readonly feeds: IngestContext,
    private readonly end: () => Promise<void> = async () => {},
    private readonly answering: Answering = new AnsweringThreads(archive, () => undefined),
  ) {
    this.#digests = new DigestCache(archive);
  }

  ask(question: string, options?: AskOptions, within?: Sources): Promise<Answer | NoAnswer> {
    return this.answering.ask(question, options, within);
  }

  async reading(question: string, previous: string | null, quote: string): Promise<Reading> {
    return readingOfQuote(readQuestion(question, previous), quote);
  }

  digest(period: string, topic?: string, within?: Sources): Promise<Digest> {
    return this.#digests.of(period, topic, within);
  }

  story(words: string, within?: Sources): Promise<StoryCourse> {
    return traceStory(this.#of(within), words);
  }

  async nearestDay(day: Day, within?: Sources): Promise<Day | null> {
    const days = daysWithArticles(this.#of(within));
    const distance = (other: Day): number => Math.abs(daysBetween(day, other));
    return days.reduce<Day | null>(
      (nearest, other) => (nearest === null || distance(other) < distance(nearest) ? other : nearest),
      null,
    );
  }

  async firstWithArticles(days: readonly Day[], within?: Sources): Promise<Day | null> {
    const known = new Set(daysWithArticles(this.#of(within)));
    return days.find((day) => known.has(day)) ?? null;
  }

  article(key: string, within?: Sources): Promise<FoundArticle | null> {
    return articleOfKey(this.#of(within), key);
  }

  sameStory(id: string, within?: Sources): Promise<readonly ArticleSummary[]> {
    return sameStory(this.#of(within), id);
  }

  groupQuestions(questions: readonly string[]): Promise<number[][]> {
    return groupQuestions(this.archive, questions);
  }

  alert(request: AlertRequest): Promise<Alert | null> {
    return composeAlert(this.archive, request);
  }

  lookUp(words: string, limit: number, within?: Sources): Promise<SourceLookup> {
    return lookUpSource(this.#of(within), words, limit);
  }

  async newest(page: number, size: number, within?: Sources): Promise<ArticlePage> {
    const all = this.#of(within).articles();
    const pages = Math.ceil(all.length / size);
    const at = Math.max(0, Math.min(page, pages - 1));
    return { articles: all.slice(at * size, (at + 1) * size), page: at, pages };
  }

  async overview(within?: Sources): Promise<Overview> {
    const archive = this.#of(within);
    await archive.check?.();
    const { articleCount: articles, passageCount: passages } = archive;
    const days = archive.articles().flatMap(({ published }) => published?.slice(0, 10) ?? []);
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

  async followFeed(address: string, follower: Follower, readNow: boolean): Promise<FollowedSource> {
    const { report, ...feed } = await followFeedAt(address, follower, this.feeds, readNow);
    if (report === null) return { ...feed, read: null, failure: null };
    const refused = report.outcomes.filter(({ result }) => result instanceof UserError).length;
    const read = { articles: report.outcomes.length - refused, refused };
    return { ...feed, read, failure: report.failure?.message ?? null };
  }

  readSubscriptions(list: Uint8Array, name: string): Promise<SubscriptionList> {
    const read = async () => (await import('../ingest/feeds/opml.js')).readOpml;
    return readApart('opml', read, { body: list, name }, name);
  }

  async writeSubscriptions(subscriptions: readonly Subscription[], title: string): Promise<string> {
    const { writeOpml } = await import('../ingest/feeds/opml.js');
    return writeOpml(subscriptions, title, this.feeds.ingester.now());
  }

  close(): Promise<void> {
    return this.end();
  }

  #of(within: Sources | undefined): Archive {
    return within === undefined ? this.archive : this.archive.within(within);
  }
}
