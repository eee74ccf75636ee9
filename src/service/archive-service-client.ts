import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, AskOptions, NoAnswer, Reading } from '../answer/answer.js';
import type { ArticleSummary } from '../archive/archive.js';
import type { SourceLookup } from '../archive/source-lookup.js';
import type { StoryCourse } from '../digest/course/story-course.js';
import type { Digest } from '../digest/digest.js';
import type { Day } from '../digest/schedule/days.js';
import type { Ingested } from '../ingest/article-collection.js';
import type { Follower } from '../ingest/feeds/follow-feed.js';
import { UserError } from '../user-error.js';
import type { Alert, AlertRequest } from '../watch/alert.js';
import type {
  AddedFeed,
  ArchiveService,
  ArticlePage,
  FollowedSource,
  FoundArticle,
  Listener,
  Overview,
  Sources,
  Subscription,
  SubscriptionList,
} from './archive-service.js';
import type { ArchiveServiceSettings } from './open-archive-service.js';
import {
  closedForNow,
  type Ending,
  startWorkerThread,
  type WorkerThread,
  type WorkerThreadOptions,
} from './start-worker-thread.js';

/**
 * How long running work may take on close, in milliseconds. Work that is cut off is done again at the next
 * start.
 */
const FAREWELL = 5_000;
/** How long to wait after a failed start before the next one, in milliseconds. Doubles with each failure. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** What keeps an archive from being opened, but passes without anybody changing a setting. */
const PASSING: ReadonlySet<string> = new Set([
  'search-unreachable',
  'archive-unreachable',
  'archive-busy',
  'store-held',
]);

/**
 * Runs the archive service in its own thread, so that its work never delays the caller. If the thread dies,
 * it is started again. Calls that are open then, and calls made before it is ready again, fail with the
 * request to ask again.
 */
export class ArchiveServiceClient implements ArchiveService {
  #thread: WorkerThread | null = null;
  #isOpen = false;
  readonly #leave = new AbortController();

  private constructor(
    private readonly settings: ArchiveServiceSettings,
    private readonly listener: Listener,
    private readonly options: WorkerThreadOptions,
  ) {}

  /**
   * Opens the service. Waits for a cluster or database that cannot be had just now, and tells why once.
   * @throws UserError see `openArchiveService`
   */
  static async open(
    settings: ArchiveServiceSettings,
    listener: Listener,
    options: WorkerThreadOptions = {},
  ): Promise<ArchiveServiceClient> {
    const service = new ArchiveServiceClient(settings, listener, options);
    await service.#startFirst();
    return service;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  async ask(question: string, options?: AskOptions, within?: Sources): Promise<Answer | NoAnswer> {
    return this.#calls.ask(question, options, within);
  }

  async reading(question: string, previous: string | null, quote: string): Promise<Reading> {
    return this.#calls.reading(question, previous, quote);
  }

  async digest(period: string, topic?: string, within?: Sources): Promise<Digest> {
    return this.#calls.digest(period, topic, within);
  }

  async story(words: string, within?: Sources): Promise<StoryCourse> {
    return this.#calls.story(words, within);
  }

  async nearestDay(day: Day, within?: Sources): Promise<Day | null> {
    return this.#calls.nearestDay(day, within);
  }

  async firstWithArticles(days: readonly Day[], within?: Sources): Promise<Day | null> {
    return this.#calls.firstWithArticles(days, within);
  }

  async article(key: string, within?: Sources): Promise<FoundArticle | null> {
    return this.#calls.article(key, within);
  }

  async sameStory(id: string, within?: Sources): Promise<readonly ArticleSummary[]> {
    return this.#calls.sameStory(id, within);
  }

  async groupQuestions(questions: readonly string[]): Promise<number[][]> {
    return this.#calls.groupQuestions(questions);
  }

  async alert(request: AlertRequest): Promise<Alert | null> {
    return this.#calls.alert(request);
  }

  async lookUp(words: string, limit: number, within?: Sources): Promise<SourceLookup> {
    return this.#calls.lookUp(words, limit, within);
  }

  async newest(page: number, size: number, within?: Sources): Promise<ArticlePage> {
    return this.#calls.newest(page, size, within);
  }

  async overview(within?: Sources): Promise<Overview> {
    return this.#calls.overview(within);
  }

  async addPage(address: string): Promise<Ingested> {
    return this.#calls.addPage(address);
  }

  async addFeed(address: string): Promise<AddedFeed> {
    return this.#calls.addFeed(address);
  }

  async followFeed(address: string, follower: Follower, readNow: boolean): Promise<FollowedSource> {
    return this.#calls.followFeed(address, follower, readNow);
  }

  async readSubscriptions(list: Uint8Array, name: string): Promise<SubscriptionList> {
    return this.#calls.readSubscriptions(list, name);
  }

  async writeSubscriptions(subscriptions: readonly Subscription[], title: string): Promise<string> {
    return this.#calls.writeSubscriptions(subscriptions, title);
  }

  async close(): Promise<void> {
    this.#leave.abort();
    if (this.#isOpen) {
      const closed = this.#calls.close().catch(() => undefined);
      await Promise.race([closed, sleep(FAREWELL, undefined, { ref: false })]);
    }
    await this.#thread?.end();
    this.#isOpen = false;
  }

  get #calls(): WorkerThread['calls'] {
    if (this.#thread === null || !this.#isOpen) throw closedForNow();
    return this.#thread.calls;
  }

  async #start(): Promise<void> {
    const thread = startWorkerThread(this.listener, this.options);
    this.#thread = thread;
    try {
      await thread.calls.open(this.settings);
    } catch (error) {
      const { ending } = thread;
      await thread.end();
      throw ending === null ? error : endedEarly(ending);
    }
    this.#isOpen = true;
    void thread.ended.then((ending) => this.#startAgain(ending));
  }

  async #startFirst(): Promise<void> {
    let told: string | null = null;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await this.#start();
      } catch (error) {
        if (!(error instanceof UserError) || !PASSING.has(error.code)) throw error;
        const line = [error.message, error.hint, 'It is tried again until it works.']
          .filter(Boolean)
          .join(' ');
        if (line !== told) this.listener.warn(line);
        told = line;
      }
      await sleep(pause);
    }
  }

  async #startAgain({ reason, error: cause }: Ending): Promise<void> {
    this.#isOpen = false;
    const { signal } = this.#leave;
    if (signal.aborted) return;
    this.listener.warn(`The thread of the archive ended and is started again (${reason})`, cause);
    for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await this.#start();
      } catch (error) {
        if (!signal.aborted) this.listener.warn(`The archive cannot be opened (${error}); it is tried again`);
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

function endedEarly({ reason, error: cause }: Ending): UserError {
  return new UserError('service-ended', `The archive could not be opened: ${reason}.`, null, { cause });
}
