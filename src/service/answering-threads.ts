import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Answer, AskOptions, NoAnswer } from '../answer/answer.js';
import { ask } from '../answer/ask.js';
import type { Archive } from '../archive/archive.js';
import { packArticle } from '../archive/packed-article.js';
import { type Calls, connect } from '../rpc/connect.js';
import { UserError } from '../user-error.js';
import type { AnsweringCalls, ArchiveCalls } from './answering-calls.js';
import { answeringThreads, LANES } from './answering-lanes.js';
import type { Sources } from './archive-service.js';
import { ToldCatalogue } from './told-catalogue.js';

/** What a thread runs. */
const THREAD = new URL('./answering-thread.js', import.meta.url);
/** Default for `idle`: a quiet bot does not hold their memory. */
const IDLE = 30_000;
/** What a thread's heap may take, in megabytes: lexicons and language model, and the articles of a few questions. */
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/** Gives the answers of an archive. */
export interface Answering {
  /** @param within see `ArchiveService` */
  ask(question: string, options?: AskOptions, within?: Sources): Promise<Answer | NoAnswer>;
}

interface Waiting {
  readonly question: string;
  readonly options: AskOptions | undefined;
  readonly within: Sources | null;
  /** Settles with the answer. */
  answerBy(given: Promise<Answer | NoAnswer>): Promise<void>;
}

interface AnsweringThread {
  readonly worker: Worker;
  readonly calls: Calls<AnsweringCalls>;
  readonly told: ToldCatalogue;
  isReady: boolean;
  running: number;
}

/**
 * Answers questions: here, as long as one is asked at a time; when several are, in other threads. The archive stays in this thread,
 * which then searches and reads for the others, and so has a core's work of its own. They are started when they are needed, and
 * end when they are not.
 */
export class AnsweringThreads implements Answering {
  readonly #threads: AnsweringThread[] = [];
  readonly #line: Waiting[] = [];
  #runningHere = 0;
  #most: number;
  #idle: NodeJS.Timeout | undefined;

  /**
   * @param warn is given a plain line when a thread dies
   * @param entry the program of a thread. When this program runs from its sources, as in tests, there is none: then all
   * questions are answered here.
   * @param idle after so long without a question the threads end, in milliseconds
   */
  constructor(
    private readonly archive: Archive,
    private readonly warn: (line: string, error?: unknown) => void,
    private readonly entry: URL = THREAD,
    most = answeringThreads(),
    private readonly idle = IDLE,
  ) {
    this.#most = existsSync(entry) ? most : 0;
  }

  ask(question: string, options?: AskOptions, within: Sources | null = null): Promise<Answer | NoAnswer> {
    if (this.#most === 0) return this.#answerHere(question, options, within);
    return new Promise((resolve, reject) => {
      const answerBy = (given: Promise<Answer | NoAnswer>) => given.then(resolve, reject);
      this.#line.push({ question, options, within, answerBy });
      this.#startNeeded();
      this.#next();
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    this.#most = 0;
    await this.#endAll();
    // Nobody is left to answer them there.
    this.#next();
  }

  /** Gives waiting questions to whoever is free. */
  #next(): void {
    clearTimeout(this.#idle);
    for (;;) {
      const answer = this.#free();
      const waiting = answer === null ? undefined : this.#line.shift();
      if (answer === null || waiting === undefined) break;
      void waiting.answerBy(answer(waiting)).finally(() => this.#next());
    }
    if (this.#threads.length > 0 && this.#running === 0)
      this.#idle = setTimeout(() => void this.#endAll(), this.idle).unref();
  }

  get #running(): number {
    return this.#threads.reduce((sum, { running }) => sum + running, this.#runningHere);
  }

  /** Who can take a question now: the thread that has least to do, or this one while none is ready. */
  #free(): ((waiting: Waiting) => Promise<Answer | NoAnswer>) | null {
    const ready = this.#threads.filter(({ isReady }) => isReady).sort((a, b) => a.running - b.running);
    const [thread] = ready;
    if (thread === undefined)
      return this.#runningHere > 0 && this.#most > 0
        ? null
        : ({ question, options, within }) => this.#answerHere(question, options, within);
    return thread.running < LANES ? (waiting) => this.#answerThere(thread, waiting) : null;
  }

  async #answerHere(
    question: string,
    options: AskOptions | undefined,
    within: Sources | null,
  ): Promise<Answer | NoAnswer> {
    this.#runningHere += 1;
    try {
      return await ask(this.#of(within), question, options);
    } finally {
      this.#runningHere -= 1;
    }
  }

  async #answerThere(
    thread: AnsweringThread,
    { question, options, within }: Waiting,
  ): Promise<Answer | NoAnswer> {
    thread.running += 1;
    try {
      const changes = thread.told.changesTo(this.archive.articles());
      return await thread.calls.answer({ question, options, within, changes });
    } finally {
      thread.running -= 1;
    }
  }

  /** One thread for each question beside the first. */
  #startNeeded(): void {
    const wanted = Math.min(this.#most, this.#running + this.#line.length - 1);
    while (this.#threads.length < wanted) this.#start();
  }

  #start(): void {
    const worker = new Worker(this.entry, { name: 'answering', resourceLimits: HEAP });
    const calls = connect<AnsweringCalls>(worker, this.#archiveCalls());
    const thread: AnsweringThread = { worker, calls, told: new ToldCatalogue(), isReady: false, running: 0 };
    this.#threads.push(thread);
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => this.#gone(thread, cause));
    void calls.ready().then(
      () => {
        thread.isReady = true;
        this.#next();
      },
      // It has ended: see `#gone`.
      () => undefined,
    );
  }

  #gone(thread: AnsweringThread, cause: unknown): void {
    const at = this.#threads.indexOf(thread);
    if (at >= 0) {
      this.#threads.splice(at, 1);
      this.warn('A thread that answers questions ended; another takes its place when it is needed', cause);
      // What cannot start is not tried again and again.
      if (!thread.isReady) this.#most = 0;
    }
    thread.calls.$close(
      new UserError('answer-lost', 'Something went wrong while I was answering.', 'Please ask again.'),
    );
    this.#next();
  }

  async #endAll(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #of(within: Sources | null): Archive {
    return within === null ? this.archive : this.archive.within(within);
  }

  #archiveCalls(): ArchiveCalls {
    return {
      search: (query, within) => this.#of(within).search(query),
      frequencies: async (terms, within) => {
        const archive = this.#of(within);
        const frequencies = await archive.documentFrequencies(terms);
        return { frequencies, passageCount: archive.passageCount };
      },
      articles: (ids) => Promise.all(ids.map((id) => this.#packed(id))),
    };
  }

  async #packed(id: string): Promise<Uint8Array | undefined> {
    if (this.archive.packed !== undefined) return this.archive.packed(id);
    const article = await this.archive.article(id);
    return article && packArticle(article);
  }
}
