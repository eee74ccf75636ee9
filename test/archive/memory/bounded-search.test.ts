import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnboundedMiniSearch } from '../../../bench/speed/unbounded-minisearch.js';
import type { SearchBudget } from '../../../src/archive/memory/bounded-search.js';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import type { PassageIndex, PassageQuery } from '../../../src/archive/passage-index.js';
import { anArticle, someArticles } from '../fixtures.js';

const NO_LIMIT: SearchBudget = { postings: 1e9, articles: 1e9 };

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

const someBudget = fc.record({
  postings: fc.integer({ min: 0, max: 12 }),
  articles: fc.integer({ min: 1, max: 6 }),
});

async function filled<T extends Pick<PassageIndex, 'add'>>(
  index: T,
  articles: readonly ArchivedArticle[],
): Promise<T> {
  for (const article of articles) await index.add(article);
  return index;
}

function bounded(articles: readonly ArchivedArticle[], budget: SearchBudget): Promise<MiniSearchIndex> {
  return filled(new MiniSearchIndex(undefined, budget), articles);
}

describe('a search with a budget', () => {
  it('gives what MiniSearch gives over all passages, where the budget lasts', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, async (articles, query) => {
        const exact = await filled(new UnboundedMiniSearch(), articles);
        const found = await (await bounded(articles, NO_LIMIT)).search(query);
        const expected = await exact.search(query);
        expect(found.map(({ passage }) => passage)).toEqual(expected.map(({ passage }) => passage));
        for (const [rank, { score }] of found.entries())
          expect(score).toBeCloseTo(expected[rank]?.score ?? 0, 4);
      }),
      { numRuns: 150 },
    );
  });

  it('gives passages the scores that they have in an exact search, however small the budget', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, someBudget, async (articles, query, budget) => {
        const exact = await (await bounded(articles, NO_LIMIT)).search({ ...query, limit: 1e6 });
        const scores = new Map(exact.map(({ passage, score }) => [passage.id, score]));
        for (const { passage, score } of await (await bounded(articles, budget)).search(query)) {
          // A spelling may be left out that an exact search counts.
          expect(score).toBeLessThanOrEqual((scores.get(passage.id) ?? 0) + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same whatever the order of adding, however small the budget', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, someBudget, async (articles, query, budget) => {
        const [one, other] = [await bounded(articles, budget), await bounded(articles.toReversed(), budget)];
        expect(await one.search(query)).toEqual(await other.search(query));
      }),
      { numRuns: 60 },
    );
  });

  it('looks into no more articles than it may', async () => {
    const articles = Array.from({ length: 30 }, (_, number) =>
      anArticle({ id: `vote-${number}`, paragraphs: [`Parliament voted ${number} times.`] }),
    );
    const index = await bounded(articles, { postings: 100, articles: 7 });
    const query = { terms: [{ term: 'parliament', weight: 1 }], limit: 20 };
    expect(await index.search(query)).toHaveLength(7);
  });

  it('looks up the rare word and leaves the common one to scoring', async () => {
    const articles = Array.from({ length: 30 }, (_, number) =>
      anArticle({
        id: `vote-${number}`,
        paragraphs: [`Parliament voted${number % 10 === 3 ? ' on oil' : ''}.`],
      }),
    );
    const index = await bounded(articles, { postings: 10, articles: 10 });
    const terms = [
      { term: 'parliament', weight: 1 },
      { term: 'oil', weight: 1 },
    ];
    const found = (await index.search({ terms, limit: 20 })).map(({ passage }) => passage.article);
    expect(found).toEqual(['vote-13', 'vote-23', 'vote-3']);
  });

  it('looks into the newest articles when every word is too common', async () => {
    const articles = Array.from({ length: 9 }, (_, number) =>
      anArticle({
        id: `vote-${number}`,
        published: `2020-01-0${number + 1}`,
        paragraphs: ['Parliament voted.'],
      }),
    );
    const index = await bounded(articles, { postings: 5, articles: 3 });
    const query = { terms: [{ term: 'parliament', weight: 1 }], limit: 20 };
    const found = (await index.search(query)).map(({ passage }) => passage.article);
    expect(found).toEqual(['vote-6', 'vote-7', 'vote-8']);
  });
});
