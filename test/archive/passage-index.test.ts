import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MiniSearchIndex } from '../../src/archive/minisearch-index.js';
import { someArticles, someQuery } from './fixtures.js';
import { describePassageIndex } from './passage-index-contract.js';

describePassageIndex({ name: 'MiniSearch', make: async () => new MiniSearchIndex(), share: 1 });

describe('a saved MiniSearch index', () => {
  it('answers as it did before, and can still be changed', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someArticles, someQuery, async (articles, later, query) => {
        const index = new MiniSearchIndex();
        for (const article of articles) await index.add(article);
        const loaded = new MiniSearchIndex(index.save());
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
});
