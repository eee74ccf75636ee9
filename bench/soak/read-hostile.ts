import fc from 'fast-check';
import { ask } from '../../src/answer/ask.js';
import type { Archive } from '../../src/archive/archive.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { prepareArticle } from '../../src/archive/prepared-article.js';
import { readArticleFile } from '../../src/articles/read-article.js';
import { readDay } from '../../src/digest/schedule/days.js';
import { periodOfKey } from '../../src/digest/schedule/period-key.js';
import { readSchedule } from '../../src/digest/schedule/schedule-words.js';
import { parseCustomId } from '../../src/discord/rendering/custom-id.js';
import { readSentFeed } from '../../src/ingest/feeds/feed-text.js';
import { readLine } from '../../src/ingest/json-lines.js';
import { readSentPage } from '../../src/ingest/web/page.js';
import { UserError } from '../../src/user-error.js';
import { HOSTILE, KINDS, type Kind } from './hostile-inputs.js';

export interface HostileReport {
  readonly inputs: Readonly<Record<Kind, number>>;
  /** Errors that are no refusal, and what else went wrong, with the input as JSON. */
  readonly crashes: readonly string[];
  /** Inputs that took more than a second of processor time. */
  readonly stalls: readonly string[];
  /** Of one input, in processor milliseconds. */
  readonly longest: number;
}

/** Processor milliseconds for one input. */
const STALL = 1_000;
const AT_ONCE = 200;
/** So much of an input is told. */
const TOLD = 300;
const ADDRESS = 'https://news.example/a';

/** Reads hostile inputs as the program would, and counts what is more than a refusal. */
export async function readHostile(
  count: number,
  seed: number,
  archive: Archive,
  onRead: (done: number) => void = () => {},
): Promise<HostileReport> {
  const inputs: Record<Kind, number> = { page: 0, feed: 0, file: 0, line: 0, question: 0, option: 0 };
  const [crashes, stalls]: [string[], string[]] = [[], []];
  let [longest, done] = [0, 0];
  for (const [at, kind] of KINDS.entries()) {
    const share = Math.floor((count * (at + 1)) / KINDS.length) - Math.floor((count * at) / KINDS.length);
    for (const input of inputsOf(kind, share, seed)) {
      const told = `${kind} ${JSON.stringify(input.slice(0, TOLD))} (${input.length})`;
      const before = process.cpuUsage();
      try {
        await read(kind, input, archive);
      } catch (error) {
        if (!(error instanceof UserError)) crashes.push(`${String(error)}: ${told}`);
      }
      const took = process.cpuUsage(before).user / 1000;
      if (took > STALL) stalls.push(`${took.toFixed(0)} ms: ${told}`);
      if ('polluted' in {}) {
        crashes.push(`a prototype was changed: ${told}`);
        Reflect.deleteProperty(Object.prototype, 'polluted');
      }
      longest = Math.max(longest, took);
      inputs[kind] += 1;
      done += 1;
      onRead(done);
    }
  }
  return { inputs, crashes, stalls, longest };
}

/** Makes them some at a time, as all of them would take gigabytes. */
function* inputsOf(kind: Kind, count: number, seed: number): Generator<string> {
  for (let made = 0; made < count; made += AT_ONCE) {
    yield* fc.sample(HOSTILE[kind], { numRuns: Math.min(AT_ONCE, count - made), seed: seed + made });
  }
}

async function read(kind: Kind, input: string, archive: Archive): Promise<unknown> {
  const body = Buffer.from(input);
  switch (kind) {
    case 'page':
      return readSentPage({ address: ADDRESS, contentType: 'text/html', body });
    case 'feed':
      return readSentFeed({ address: ADDRESS, contentType: 'application/xml', body });
    case 'file':
      for (const name of ['a.md', 'a.txt', 'a.html']) await readFile(name, body);
      return null;
    case 'line':
      return readLine(input, 1);
    case 'question':
      return ask(archive, input);
    case 'option':
      parseCustomId(input);
      readDay(input, '2020-01-05');
      periodOfKey(input);
      return readSchedule(input, input, input);
  }
}

async function readFile(name: string, body: Uint8Array): Promise<void> {
  try {
    prepareArticle(archiveArticle(readArticleFile(name, body).article));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
