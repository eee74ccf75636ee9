import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiniSearchIndex } from '../../src/archive/minisearch-index.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import {
  decodeSnapshot,
  encodeSnapshot,
  type Snapshot,
  UselessSnapshot,
} from '../../src/archive/snapshot.js';
import { anArticle, someArticles } from './fixtures.js';

async function snapshotOf(articles: readonly ArchivedArticle[]): Promise<Snapshot> {
  const index = new MiniSearchIndex();
  for (const article of articles) await index.add(article);
  const files = articles.map(({ id, file }) => ({
    file,
    bytes: 1,
    modified: 2.5,
    sha256: 'abc',
    article: id,
  }));
  return { files, index: index.save(), articles };
}

async function encoded(articles: readonly ArchivedArticle[]): Promise<Buffer> {
  return Buffer.from([...encodeSnapshot(await snapshotOf(articles))].join(''));
}

function reasonOf(bytes: Buffer): string {
  try {
    decodeSnapshot(bytes);
  } catch (error) {
    if (error instanceof UselessSnapshot) return error.reason;
    throw error;
  }
  return 'none';
}

describe('a snapshot', () => {
  it('gives back what was saved', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, async (articles) => {
        const snapshot = await snapshotOf(articles);
        expect(decodeSnapshot(Buffer.from([...encodeSnapshot(snapshot)].join('')))).toEqual(snapshot);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps sentences that repeat within a paragraph, breaks and dates', async () => {
    const article = anArticle({
      published: '2020-01-05',
      paragraphs: ['They voted on Friday. No. No. They left on Sunday.', '--No.'],
    });
    const { articles } = decodeSnapshot(await encoded([article]));
    expect(articles).toEqual([article]);
    expect(articles[0]?.sentences.flatMap((sentence) => sentence.dates)).toHaveLength(2);
  });

  it('is found damaged when any byte of it is another', async () => {
    const whole = await encoded([anArticle({ title: 'The vote' })]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const bytes = Buffer.from(whole);
        bytes[position] = (bytes[position] ?? 0) ^ change;
        // A digit of the version may become another one.
        expect(['damaged', 'old']).toContain(reasonOf(bytes));
      }),
    );
  });

  it('is found damaged when it is cut short anywhere', async () => {
    const whole = await encoded([anArticle({ title: 'The vote' })]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(reasonOf(whole.subarray(0, length))).toBe('damaged');
      }),
    );
  });

  it('is found old when another version wrote it', async () => {
    const whole = (await encoded([anArticle()])).toString();
    expect(reasonOf(Buffer.from(whole.replace(/"version":"[^"]*"/, '"version":"0.9"')))).toBe('old');
  });
});
