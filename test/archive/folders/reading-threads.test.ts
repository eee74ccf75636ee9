import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Reading from '../../../src/archive/folders/reading.js';
import type * as Threads from '../../../src/archive/folders/reading-threads.js';
import { unpackArticle } from '../../../src/archive/packed-article.js';
import { termsIn } from '../../../src/archive/prepared-article.js';
import { Vocabulary } from '../../../src/archive/vocabulary.js';
import { builtModules } from '../../built.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** More than are read without threads. */
const MANY = 320;

let folder: string;
let built: typeof Threads & typeof Reading;

beforeAll(async () => {
  const modules = builtModules(
    'reading-threads',
    'src/archive/folders/reading-threads.ts',
    'src/archive/folders/reading-thread.ts',
    'src/archive/folders/reading.ts',
  );
  // Threads run what is built. The casts are safe: it was made from that source.
  const load = (module: string): Promise<unknown> => import(new URL(`${module}.js`, modules).href);
  built = {
    ...((await load('reading-threads')) as typeof Threads),
    ...((await load('reading')) as typeof Reading),
  };
  folder = await mkdtemp(join(tmpdir(), 'clippings-reading-'));
  for (let number = 0; number < MANY; number++) {
    await writeFile(
      join(folder, `${number}.txt`),
      `Parliament voted ${number} times on Sunday. U.S. troops left.`,
    );
  }
  await writeFile(join(folder, '7.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

async function readThere(): Promise<Threads.ReadingOutcome[]> {
  const files = Array.from({ length: MANY }, (_, number) => ({
    folder,
    file: `${number}.txt`,
    known: null,
    anyLanguage: false,
  }));
  const [ninth] = files.splice(9, 1, { folder, file: 'gone.txt', known: null, anyLanguage: false });
  expect(ninth?.file).toBe('9.txt');
  const outcomes: Threads.ReadingOutcome[] = [];
  for await (const outcome of built.readAll(files, false)) outcomes.push(outcome);
  return outcomes;
}

/** A reading with its terms numbered as if it stood alone: files that are read together share their vocabulary. */
function readable(outcome: Threads.ReadingOutcome | undefined): unknown {
  if (outcome === undefined || !('sha256' in outcome) || outcome.article === null) return outcome;
  const vocabulary = new Vocabulary();
  const terms = termsIn(vocabulary, outcome.article);
  return { ...outcome, article: unpackArticle(outcome.article.packed), terms, vocabulary: vocabulary.terms };
}

describe('many files', () => {
  it('are read in threads as they are read here, in their order, and broken ones named', async () => {
    const outcomes = await readThere();
    expect(outcomes).toHaveLength(MANY);
    for (const number of [0, 1, 17, MANY - 1]) {
      const here = await built.readFileOf({ folder, file: `${number}.txt`, known: null, anyLanguage: false });
      expect(readable(outcomes[number])).toEqual(readable(here));
    }
    expect(outcomes[7]).toMatchObject({
      name: 'UserError',
      code: 'article-empty',
      message: '7.txt is empty.',
    });
    expect(outcomes[9]).toMatchObject({ name: 'UserError', code: 'article-unreadable' });
  });
});

describe('a large file', () => {
  it('is read in a thread as it is read here, and leaves this thread free', async () => {
    await writeFile(join(folder, 'large.md'), 'Parliament voted on *Sunday*. Troops left.\n\n'.repeat(9_000));
    const file = { folder, file: 'large.md', known: null, anyLanguage: false };
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    const reading = await built.readOne(file);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    const here = await built.readFileOf(file);
    expect(reading).toEqual({ ...here, article: here.article && sent(here.article) });
  });

  it('is refused there with the same error', async () => {
    await writeFile(join(folder, 'deep.html'), '<div>'.repeat(20_000));
    expect(await built.readOne({ folder, file: 'deep.html', known: null, anyLanguage: false })).toMatchObject(
      {
        name: 'UserError',
        message: expect.stringContaining('deep.html cannot be read: its elements nest'),
      },
    );
  });
});

/** As it comes out of a thread: bytes without what Node adds to them. */
function sent(article: Reading.FileReading['article'] & object): unknown {
  return { ...article, packed: new Uint8Array(article.packed) };
}
