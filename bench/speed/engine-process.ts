/**
 * One engine in a process of its own, so that its memory is its own: builds its index, or opens it and answers the
 * questions. Prints what it measured as one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { shuffled } from '../shuffle.js';
import type { OpenIndex } from './engines/engine.js';
import { loadEngine } from './engines/index.js';
import type { Built, Duration, Found, Order } from './measured.js';

const MEGABYTE = 1024 * 1024;
/** The first questions are asked once more: a program runs slowly until it is compiled. */
const WARM_UP = 20;
const WARM_ENOUGH = 10_000;
/** Questions are asked again while all of it takes less, in milliseconds, and at most so many times. */
const ENOUGH = 10_000;
const TIMES = 3;
/** Of the time that there is, in milliseconds a second, this much is for asking. */
const ASKING = 500;

// Whoever started it wrote it.
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
  return { seconds: inSeconds(ms), heapMegabytes, rssMegabytes, answers, texts };
}

/**
 * Asks the questions, in an order that makes those that there is time for a fair choice; of an engine that is quick,
 * several times, and takes the quickest of each.
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

/** In milliseconds, of all threads. */
function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function inSeconds({ clock, processor }: Duration): Duration {
  return { clock: clock / 1000, processor: processor / 1000 };
}

/** What is in use after garbage collection, buffers outside the heap included. */
function heap(): number {
  for (let time = 0; time < 2; time++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}
