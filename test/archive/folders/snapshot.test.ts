import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DamagedText, SavedTexts } from '../../../src/archive/folders/saved-texts.js';
import {
  readSnapshot,
  type Snapshot,
  UselessSnapshot,
  writeSnapshot,
} from '../../../src/archive/folders/snapshot.js';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import { packArticle } from '../../../src/archive/packed-article.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { summarise } from '../../../src/archive/summary.js';
import { anArticle, someArticles, someQuery } from '../fixtures.js';

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-snapshot-'));
  path = join(folder, 'archive.snapshot');
});
afterAll(() => rm(folder, { recursive: true }));

async function indexOf(articles: readonly ArchivedArticle[]): Promise<MiniSearchIndex> {
  const index = new MiniSearchIndex();
  for (const article of articles) await index.add(article);
  return index;
}

function snapshotOf(articles: readonly ArchivedArticle[], index: MiniSearchIndex): Snapshot {
  const { articles: indexed, arrays } = index.saved();
  const summaries = new Map(articles.map((article) => [article.id, summarise(article)]));
  return {
    files: articles.map(({ id, file }) => ({ file, bytes: 1, modified: 2.5, sha256: 'abc', article: id })),
    vocabulary: index.vocabulary.terms,
    articles: indexed.flatMap(({ id, terms }) => {
      const summary = summaries.get(id);
      return summary === undefined ? [] : [{ summary, terms }];
    }),
    arrays,
  };
}

async function save(articles: readonly ArchivedArticle[], index?: MiniSearchIndex): Promise<Snapshot> {
  const snapshot = snapshotOf(articles, index ?? (await indexOf(articles)));
  const packed = new Map(articles.map((article) => [article.id, packArticle(article)]));
  const { file } = await writeSnapshot(path, snapshot, async (id) => packed.get(id));
  await file.close();
  return snapshot;
}

/** What is in the file, its articles too. */
async function load(): Promise<{
  snapshot: Snapshot;
  articles: (ArchivedArticle | undefined)[];
}> {
  const file = await open(path);
  try {
    const { places, ...snapshot } = await readSnapshot(file);
    const texts = new SavedTexts(file, places);
    const articles = await Promise.all(snapshot.articles.map(({ summary }) => texts.get(summary.id)));
    return { snapshot, articles };
  } finally {
    await file.close();
  }
}

async function loadIndex(): Promise<MiniSearchIndex> {
  const { vocabulary, articles, arrays } = (await load()).snapshot;
  const indexed = articles.map(({ summary: { id, sources }, terms }) => ({ id, sources, terms }));
  return new MiniSearchIndex({ vocabulary, articles: indexed, arrays });
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  await writeFile(path, bytes);
  try {
    await load();
  } catch (error) {
    if (error instanceof UselessSnapshot) return error.reason;
    if (error instanceof DamagedText) return 'damaged text';
    throw error;
  }
  return 'none';
}

describe('a snapshot', () => {
  it('gives back what was saved', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, async (articles) => {
        const snapshot = await save(articles);
        expect(await load()).toMatchObject({ snapshot, articles });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps sentences that repeat within a paragraph, and breaks', async () => {
    const article = anArticle({ paragraphs: ['They voted. No. No. They left on Sunday.', '--No.'] });
    await save([article]);
    expect((await load()).articles).toEqual([article]);
  });

  it('gives an index that answers as the one before, and can still be changed', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someArticles, someQuery, async (articles, later, query) => {
        const index = await indexOf(articles);
        await save(articles);
        const loaded = await loadIndex();
        expect(await loaded.search(query)).toEqual(await index.search(query));
        for (const article of later) {
          await index.add(article);
          await loaded.add(article);
        }
        expect(await loaded.search(query)).toEqual(await index.search(query));
      }),
      { numRuns: 40 },
    );
  });

  it('gives such an index too when articles have come and gone before', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someArticles, someQuery, async (articles, passing, query) => {
        const index = await indexOf(passing);
        await index.search(query);
        for (const { id } of passing) await index.remove(id);
        for (const article of articles) await index.add(article);
        await save(articles, index);
        const expected = await (await indexOf(articles)).search(query);
        expect(await index.search(query)).toEqual(expected);
        expect(await (await loadIndex()).search(query)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves out what it gets no text of, so that its file is read again', async () => {
    const articles = [anArticle({ id: 'one' }), anArticle({ id: 'two' })];
    const snapshot = snapshotOf(articles, await indexOf(articles));
    const { file } = await writeSnapshot(path, snapshot, async (id) =>
      id === 'two' ? packArticle(anArticle({ id })) : undefined,
    );
    await file.close();
    const loaded = (await load()).snapshot;
    expect(loaded.articles.map(({ summary }) => summary.id)).toEqual(['two']);
    expect(loaded.files.map(({ article }) => article)).toEqual(['two']);
  });

  it('is never read as something else when a byte of it is another', async () => {
    const article = anArticle({ title: 'The vote' });
    const snapshot = await save([article]);
    const whole = await readFile(path);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([position, difference]) => {
        const bytes = Buffer.from(whole);
        bytes[position] = (bytes[position] ?? 0) ^ difference;
        // A digit of the version may become another one.
        if (['damaged', 'damaged text', 'old'].includes(await faultOf(bytes))) return;
        // White space between the parts says nothing.
        expect(String.fromCharCode(whole[position] ?? 0)).toBe('\n');
        expect(await load()).toMatchObject({ snapshot, articles: [article] });
      }),
      { numRuns: 300 },
    );
  });

  it('is found damaged when the border between its parts is moved', async () => {
    await save([anArticle({ title: 'The vote' })]);
    const whole = (await readFile(path)).toString('latin1');
    const moved = whole.replace(/"terms":(\d+)/, (_, place) => `"terms":${Number(place) - 4}`);
    expect(moved).not.toBe(whole);
    expect(await faultOf(Buffer.from(moved, 'latin1'))).toBe('damaged');
  });

  it('is found damaged when it is cut short anywhere', async () => {
    await save([anArticle({ title: 'The vote' })]);
    const whole = await readFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), async (length) => {
        expect(await faultOf(whole.subarray(0, length))).toBe('damaged');
      }),
    );
  });

  it('is found old when another version wrote it', async () => {
    await save([anArticle()]);
    const content = await readFile(path, 'latin1');
    const older = Buffer.from(content.replace(/"version":"[^"]*"/, '"version":"0.9"'), 'latin1');
    expect(await faultOf(older)).toBe('old');
  });
});
