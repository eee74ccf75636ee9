import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Condition } from './condition.js';
import {
  type Counts,
  DIGEST_OUTCOMES,
  type DigestOutcome,
  QUESTION_OUTCOMES,
  type QuestionOutcome,
} from './counts.js';

/**
 * Histogram buckets in seconds. Most answers take hundredths of a second. Discord gives up after three
 * seconds unless the answer was deferred.
 */
const ANSWER_TIMES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The figures for Prometheus: counters since the start, and gauges taken when they are read. */
export class Metrics implements Counts {
  readonly contentType: string;
  readonly #registry = new Registry();
  readonly #gauges: ((condition: Condition) => void)[] = [];
  readonly #questions: Counter<'outcome'>;
  readonly #answerTimes: Histogram;
  readonly #digests: Counter<'outcome'>;
  readonly #polls: Counter<'outcome'>;
  readonly #added: Counter;

  constructor() {
    const registers = [this.#registry];
    this.contentType = this.#registry.contentType;
    // Memory, processor, garbage collection and event loop lag.
    collectDefaultMetrics({ register: this.#registry });
    this.#questions = new Counter({
      name: 'clippings_questions_total',
      help: 'Questions, by how they ended.',
      labelNames: ['outcome'],
      registers,
    });
    this.#answerTimes = new Histogram({
      name: 'clippings_answer_seconds',
      help: 'Time from a question to its answer, waiting for others included, sending it not.',
      buckets: ANSWER_TIMES,
      registers,
    });
    this.#digests = new Counter({
      name: 'clippings_digests_total',
      help: 'Attempts to post a digest, by how they ended; "waiting" is repeated.',
      labelNames: ['outcome'],
      registers,
    });
    this.#polls = new Counter({
      name: 'clippings_feed_polls_total',
      help: 'Feeds looked at, by whether they could be read.',
      labelNames: ['outcome'],
      registers,
    });
    this.#added = new Counter({
      name: 'clippings_feed_articles_total',
      help: 'Articles that feeds brought, or changed.',
      registers,
    });
    this.#observeArchive(registers);
    this.#observeGateway(registers);
    // Starting each counter at zero makes its first event show as an increase.
    for (const outcome of QUESTION_OUTCOMES) this.#questions.inc({ outcome }, 0);
    for (const outcome of DIGEST_OUTCOMES) this.#digests.inc({ outcome }, 0);
    for (const outcome of ['read', 'failed']) this.#polls.inc({ outcome }, 0);
  }

  question(outcome: QuestionOutcome, seconds: number): void {
    this.#questions.inc({ outcome });
    if (outcome === 'answered' || outcome === 'unanswered') this.#answerTimes.observe(seconds);
  }

  digest(outcome: DigestOutcome): void {
    this.#digests.inc({ outcome });
  }

  feedPoll({ isRead, added }: { readonly isRead: boolean; readonly added: number }): void {
    this.#polls.inc({ outcome: isRead ? 'read' : 'failed' });
    this.#added.inc(added);
  }

  /** Returns the figures in Prometheus' text format. */
  async text(condition: Condition): Promise<string> {
    for (const observe of this.#gauges) observe(condition);
    return this.#registry.metrics();
  }

  #observeArchive(registers: Registry[]): void {
    const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
    const open = gauge('clippings_archive_open', '1 while questions can be answered from the archive.');
    const articles = gauge('clippings_archive_articles', 'Articles in the archive.');
    const passages = gauge('clippings_archive_passages', 'Passages that are searched.');
    this.#gauges.push(({ archive }) => {
      open.set(archive?.isOpen ? 1 : 0);
      articles.set(archive?.articles ?? 0);
      passages.set(archive?.passages ?? 0);
    });
  }

  #observeGateway(registers: Registry[]): void {
    const gauge = (name: string, help: string): Gauge<'shard'> =>
      new Gauge({ name, help, labelNames: ['shard'], registers });
    const connected = gauge('clippings_gateway_connected', '1 while the shard is connected to Discord.');
    const ping = gauge('clippings_gateway_ping_seconds', 'Time of the last heartbeat to Discord and back.');
    const count = new Gauge({
      name: 'clippings_gateway_shards',
      help: 'Shards in all, with those that other processes serve.',
      registers,
    });
    this.#gauges.push(({ shards, shardCount }) => {
      count.set(shardCount ?? 0);
      // Removes shards that are gone.
      connected.reset();
      ping.reset();
      for (const each of shards ?? []) {
        const shard = String(each.shard);
        connected.set({ shard }, each.isConnected ? 1 : 0);
        if (each.ping !== null) ping.set({ shard }, each.ping / 1000);
      }
    });
  }
}
