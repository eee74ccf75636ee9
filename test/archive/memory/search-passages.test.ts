import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnboundedMiniSearch } from '../../../bench/speed/unbounded-minisearch.js';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import type { PassageIndex, PassageQuery } from '../../../src/archive/passage-index.js';
import { anArticle, someArticles } from '../fixtures.js';

/** Words of `someArticles`, some of them misspelled. */
const someQuery: fc.Arbitrary<PassageQuery> = fc.record({
  terms: fc.uniqueArray(
    fc.record({
      term: fc.constantFrom(
        'troop',
        'iraq',
        'parliament',
        'parlament',
        'generel',
        'general',
        'vote',
        'u.s.',
        'oil',
      ),
      weight: fc.constantFrom(0, 0.5, 1, 2),
      fuzzy: fc.boolean(),
    }),
    { maxLength: 7, selector: ({ term }) => term },
  ),
  limit: fc.integer({ min: 1, max: 20 }),
});

async function filled<T extends Pick<PassageIndex, 'add'>>(
  index: T,
  articles: readonly ArchivedArticle[],
): Promise<T> {
  for (const article of articles) await index.add(article);
  return index;
}

describe('a search', () => {
  it('gives what MiniSearch gives over all passages', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, async (articles, query) => {
        const exact = await filled(new UnboundedMiniSearch(), articles);
        const found = await (await filled(new MiniSearchIndex(), articles)).search(query);
        const expected = await exact.search(query);
        expect(found.map(({ passage }) => passage)).toEqual(expected.map(({ passage }) => passage));
        for (const [rank, { score }] of found.entries())
          expect(score).toBeCloseTo(expected[rank]?.score ?? 0, 4);
      }),
      { numRuns: 150 },
    );
  });

  it('answers the same whatever the order of adding', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, async (articles, query) => {
        const one = await filled(new MiniSearchIndex(), articles);
        const other = await filled(new MiniSearchIndex(), articles.toReversed());
        expect(await one.search(query)).toEqual(await other.search(query));
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same after other articles have come, been searched and gone', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someArticles, someQuery, async (articles, passing, query) => {
        const plain = await filled(new MiniSearchIndex(), articles);
        const changed = await filled(new MiniSearchIndex(), passing);
        await changed.search(query);
        for (const { id } of passing) await changed.remove(id);
        await filled(changed, articles);
        expect(await changed.search(query)).toEqual(await plain.search(query));
      }),
      { numRuns: 60 },
    );
  });

  it('remembers nothing of the search before', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, someQuery, async (articles, query, before) => {
        const index = await filled(new MiniSearchIndex(), articles);
        const first = await index.search(query);
        await index.search(before);
        expect(await index.search(query)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same when hundreds of articles have come one after another', async () => {
    const articles = Array.from({ length: 450 }, (_, number) =>
      anArticle({
        id: `vote-${number}`,
        title: number % 7 === 0 ? 'Parliament' : 'News',
        paragraphs: [`Parliament voted on bill ${number}${number % 10 === 3 ? ' about oil' : ''}.`],
      }),
    );
    const query = { terms: ['parliament', 'oil'].map((term) => ({ term, weight: 1 })), limit: 20 };
    const growing = new MiniSearchIndex();
    for (const article of articles) {
      await growing.add(article);
      await growing.search(query);
    }
    expect(await growing.search(query)).toEqual(
      await (await filled(new MiniSearchIndex(), articles)).search(query),
    );
  });
});
