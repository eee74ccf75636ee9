/**
 * One program under load, in a process of its own, so that its memory and processor time are its own. The parent process
 * sends one order, which is answered with a message.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Answer, AskOptions, NoAnswer } from '../../src/answer/answer.js';
import type { Archive } from '../../src/archive/archive.js';
import type { OpenArchiveOptions } from '../../src/archive/open-archive.js';
import { onBehalfOf } from '../../src/discord/asker.js';
import { WorkQueue } from '../../src/discord/work-queue.js';
import { answersAtOnce } from '../../src/service/answering-lanes.js';
import { ArchiveServiceClient } from '../../src/service/archive-service-client.js';
import { UserError } from '../../src/user-error.js';
import { serviceListener } from '../service-listener.js';
import type { LoadOrder, LoadQuestion, LoadTimes } from './measure-load.js';

/** How often memory is looked at, in milliseconds. */
const LOOK = 200;

const optionsOf = ({ asked }: LoadQuestion): AskOptions => ({ top: 3, ...(asked === null ? {} : { asked }) });

/** Processor time of the whole process since a moment, in milliseconds. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Asks one question after another, in the thread of the archive itself: what an answer costs. */
async function oneByOne({ program, folder, questions }: LoadOrder): Promise<number[]> {
  // Programs are built into one file now, and were built file by file once.
  const load = (name: string) => {
    const built = path.join(program, 'dist', `${name}.js`);
    const file = existsSync(built) ? built : path.join(program, 'src', `${name}.ts`);
    return import(pathToFileURL(file).href);
  };
  // Both have been there, in this form, since the first version.
  const { openArchive } = (await load('archive/open-archive')) as {
    openArchive(options: OpenArchiveOptions): Promise<Archive>;
  };
  const { ask } = (await load('answer/ask')) as {
    ask(archive: Archive, question: string, options: AskOptions): Promise<Answer | NoAnswer>;
  };
  const archive = await openArchive({
    articlesFolder: path.join(folder, 'articles'),
    indexFolder: path.join(folder, 'index'),
  });
  const times: number[] = [];
  for (const question of questions) {
    const before = process.cpuUsage();
    await ask(archive, question.question, optionsOf(question));
    times.push(processorTime(before));
  }
  await archive.close();
  return times;
}

/** Members of several servers ask at a steady rate, through the bot's queue and the service with its threads. */
async function together({ program, folder, questions, seconds, servers }: LoadOrder): Promise<LoadTimes> {
  const service = await ArchiveServiceClient.open(
    {
      articlesFolder: path.join(folder, 'articles'),
      indexFolder: path.join(folder, 'index'),
      storeUrl: `file:${path.join(folder, 'load.db')}`,
      storeAuthToken: null,
      agent: 'Clippings',
      version: 'bench',
    },
    serviceListener,
    { entry: pathToFileURL(path.join(program, 'dist/worker-thread.js')) },
  );
  const queue = new WorkQueue({ atOnce: answersAtOnce() });
  const rest = process.memoryUsage().rss;
  let peak = rest;
  const looking = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, LOOK);
  const waits: number[] = [];
  let [told, refused] = [0, 0];
  const ask = async (question: LoadQuestion, party: string): Promise<void> => {
    const start = performance.now();
    const tellLate = async (): Promise<void> => {
      told += 1;
    };
    try {
      await onBehalfOf({ party, tellLate }, () =>
        queue.run(() => service.ask(question.question, optionsOf(question))),
      );
      waits.push(performance.now() - start);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused += 1;
    }
  };
  const before = process.cpuUsage();
  const open: Promise<void>[] = [];
  for (const [number, question] of questions.entries()) {
    open.push(ask(question, `${number % servers}`));
    await sleep((1000 * seconds) / questions.length);
  }
  await Promise.all(open);
  const processor = processorTime(before) / questions.length;
  clearInterval(looking);
  await service.close();
  return { waits, told, refused, processor, rest, peak };
}

process.on('message', (order: LoadOrder) => {
  const work = order.kind === 'one by one' ? oneByOne(order) : together(order);
  void work.then((result) => process.send?.({ result }));
});
// The parent process is gone.
process.on('disconnect', () => process.exit());
