/**
 * Runs one engine in its own process, so that its memory can be measured. Builds the engine's index, or opens
 * it and answers the questions. Prints the measurements as one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { shuffled } from '../shuffle.js';
import type { OpenIndex } from './engines/engine.js';
import { loadEngine } from './engines/index.js';
import type { Built, Duration, Found, Order } from './measured.js';

const MEGABYTE = 1024 * 1024;
/**
 * How many of the first questions are asked beforehand as a warm-up. A program is slow until it is compiled.
 */
const WARM_UP = 20;
const WARM_ENOUGH = 10_000;
/**
 * The questions are repeated while all of them together take less than this, in milliseconds, up to `TIMES`
 * times.
 */
const ENOUGH = 10_000;
const TIMES = 3;
/** Milliseconds for asking out of each second of the limit. */
const ASKING = 330;

// The parent process wrote it.
const order = JSON.parse(process.argv[2] ?? '') as Order;
const { limit } = order;
const result = JSON.stringify(await (order.step === 'build' ? build() : find()));
process.stdout.write(`${result}\n`, () => process.exit());

async function build(): Promise<Built> {
  const engine = await loadEngine(order.engine);
  const { ms } = await timed(() => engine.build(order.collection, order.folder));
  return { seconds: inSeconds(ms), peakMegabytes: process.resourceUsage().maxRSS / 1024 };
}

async function find(): Promise<Found> {
  const questions = readFileSync(order.questionsFile, 'utf8').split('\n');
  const before = heap();
  const engine = await loadEngine(order.engine);
  const { ms, result: index } = await timed(() => engine.open(order.collection, order.folder));
  const heapMegabytes = heap() - before;
  const first = await timed(() => index.search(questions[0] ?? ''));
  const warm = process.cpuUsage();
  for (const question of questions.slice(0, WARM_UP)) {
    if (processorSince(warm) < WARM_ENOUGH) await index.search(question);
  }
  const answers = await ask(index, questions);
  heap();
  const rssMegabytes = process.memoryUsage.rss() / MEGABYTE;
  const texts: Record<string, string> = {};
  if (index.textOf) {
    for (const id of new Set(answers.flatMap((answer) => answer?.ids ?? [])))
      texts[id] = await index.textOf(id);
  }
  return { seconds: inSeconds(sumOf(ms, first.ms)), heapMegabytes, rssMegabytes, answers, texts };
}

/**
 * Asks the questions. They are in an order that makes the ones there is time for a fair sample. A quick
 * engine is asked several times, and the fastest time of each question counts.
 */
async function ask(index: OpenIndex, questions: readonly string[]): Promise<Found['answers']> {
  const before = process.cpuUsage();
  const isOver = (milliseconds: number) => processorSince(before) > milliseconds;
  const answers: Found['answers'] = questions.map(() => null);
  const inOrder = shuffled([...questions.entries()], 1);
  for (let time = 0; time < TIMES && !isOver(ENOUGH); time++) {
    for (const [at, question] of inOrder) {
      if (isOver(limit * ASKING)) return answers;
      const { ms, result } = await timed(() => index.search(question));
      answers[at] = { ms: quicker(ms, answers[at]?.ms ?? ms), ids: [...result] };
    }
  }
  return answers;
}

function sumOf(a: Duration, b: Duration): Duration {
  return { clock: a.clock + b.clock, processor: a.processor + b.processor };
}

function quicker(a: Duration, b: Duration): Duration {
  return { clock: Math.min(a.clock, b.clock), processor: Math.min(a.processor, b.processor) };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: Duration; readonly result: T }> {
  const before = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const clock = performance.now() - started;
  return { ms: { clock, processor: processorSince(before) }, result };
}

/** Returns processor time in milliseconds, over all threads. */
function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function inSeconds({ clock, processor }: Duration): Duration {
  return { clock: clock / 1000, processor: processor / 1000 };
}

/** Returns the memory in use after garbage collection, including buffers outside the heap. */
function heap(): number {
  for (let time = 0; time < 2; time++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}
