import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import type { PassageIndex, PassageQuery } from '../../src/archive/passage-index.js';
import { passageText, splitPassages } from '../../src/archive/passages.js';
import { withoutWords } from '../../src/archive/views/source-filter.js';
import { indexTerms } from '../../src/text/analyser.js';
import { anArticle, someArticles, someQuery } from './fixtures.js';

/** What makes an index for each test. */
export interface Engine {
  readonly name: string;
  /** An empty index; those of the last two calls must be there at once. */
  readonly make: () => Promise<PassageIndex>;
  /** Share of the runs of a property, for an engine that takes its time. */
  readonly share: number;
}

const someSources = fc.constantFrom(
  ['shared'],
  ['https://a.example/feed'],
  ['https://b.example/feed'],
  ['https://b.example/feed', 'https://a.example/feed'],
);

/** Whether an article belongs to the view that is tested. */
function isVisible({ title, sources = [] }: ArchivedArticle): boolean {
  const words = new Set(title?.match(/\w+/g));
  const isLeftOut = words.has('general') || (words.has('oil') && words.has('voted'));
  return sources.includes('shared') || (sources.includes('https://a.example/feed') && !isLeftOut);
}

function queryFor(question: string, limit = 10): PassageQuery {
  return { terms: indexTerms(question).map((term) => ({ term, weight: 1 })), limit };
}

/** Every engine answers the same. */
export function describePassageIndex({ name, make, share }: Engine): void {
  describe(`passages indexed by ${name}`, () => specification(make, share));
}

function specification(make: Engine['make'], share: number): void {
  async function indexOf(articles: readonly ArchivedArticle[]): Promise<PassageIndex> {
    const index = await make();
    await Promise.all(articles.map((article) => index.add(article)));
    return index;
  }

  function runs(count: number): { numRuns: number } {
    return { numRuns: Math.ceil(count * share) };
  }

  async function found(index: PassageIndex, query: PassageQuery): Promise<string[]> {
    return (await index.search(query)).map((hit) => hit.passage.id);
  }

  const troops = anArticle({ id: 'troops', paragraphs: ['The vote could expel 5,200 U.S. soldiers.'] });
  const oil = anArticle({
    id: 'oil',
    title: 'Markets shaken',
    paragraphs: ['The price of oil rose in Iraq.'],
  });
  const vote = anArticle({
    id: 'vote',
    paragraphs: ['Parliament voted. Iraq waits.', '--The vote is not binding.'],
  });

  it('finds the passage that holds the words of the query', async () => {
    const index = await indexOf([troops, oil, vote]);
    const [best] = await index.search(queryFor('price of oil'));
    expect(best?.passage).toEqual({ id: 'oil#0', article: 'oil', first: 0, last: 0 });
  });

  it('finds other forms of a word, and figures and abbreviations however they are written', async () => {
    const index = await indexOf([troops, oil, vote]);
    expect(await found(index, queryFor('expelling'))).toEqual(['troops#0']);
    expect(await found(index, queryFor('5200'))).toEqual(['troops#0']);
    expect(await found(index, queryFor('the US'))).toEqual(['troops#0']);
  });

  it('finds a passage by the title of its article', async () => {
    expect(await found(await indexOf([troops, oil, vote]), queryFor('markets'))).toEqual(['oil#0']);
  });

  it('puts a passage with more of the words before one with fewer', async () => {
    const index = await indexOf([troops, oil, vote]);
    const [best, ...others] = await found(index, queryFor('vote to expel soldiers'));
    expect(best).toBe('troops#0');
    expect(others.sort()).toEqual(['vote#0', 'vote#1']);
  });

  it('lets a heavier word decide', async () => {
    const index = await indexOf([troops, oil]);
    const weigh = (soldiers: number, price: number) =>
      found(index, {
        limit: 1,
        terms: [
          { term: 'soldier', weight: soldiers },
          { term: 'price', weight: price },
        ],
      });
    expect(await weigh(2, 1)).toEqual(['troops#0']);
    expect(await weigh(1, 2)).toEqual(['oil#0']);
  });

  it('finds other spellings of a fuzzy term that begin alike, after the one asked for', async () => {
    const spelled = ['Soleimani', 'Suleimani', 'Solomon', 'Goleimani'].map((name) =>
      anArticle({ id: name.toLowerCase(), paragraphs: [`General ${name} was killed.`] }),
    );
    const index = await indexOf(spelled);
    const terms = [{ term: 'soleimani', weight: 1 }];
    expect(await found(index, { terms, limit: 5 })).toEqual(['soleimani#0']);
    expect(await found(index, { terms: [{ term: 'soleimani', weight: 1, fuzzy: true }], limit: 5 })).toEqual([
      'soleimani#0',
      'suleimani#0',
    ]);
  });

  it('gives no more hits than asked for, the same best ones', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, async (articles, query) => {
        const index = await indexOf(articles);
        const all = await index.search({ ...query, limit: 1000 });
        expect(await index.search(query)).toEqual(all.slice(0, query.limit));
      }),
      runs(50),
    );
  });

  it('finds nothing for no words, unknown words and words without weight', async () => {
    const index = await indexOf([troops]);
    expect(await index.search({ terms: [], limit: 5 })).toEqual([]);
    expect(await index.search(queryFor('zebra'))).toEqual([]);
    expect(await index.search({ terms: [{ term: 'soldier', weight: 0 }], limit: 5 })).toEqual([]);
  });

  it('holds exactly the passages of its articles', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, async (articles) => {
        const index = await indexOf(articles);
        expect(index.passageCount).toBe(articles.flatMap(splitPassages).length);
      }),
      runs(30),
    );
  });

  it('answers the same whatever the order in which articles were added', async () => {
    const shuffled = someArticles.chain((articles) =>
      fc.tuple(
        fc.constant(articles),
        fc.shuffledSubarray(articles, { minLength: articles.length, maxLength: articles.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, someQuery, async ([articles, inOtherOrder], query) => {
        const [one, other] = [await indexOf(articles), await indexOf(inOtherOrder)];
        expect(await one.search(query)).toEqual(await other.search(query));
      }),
      runs(60),
    );
  });

  it('answers after additions, replacements and removals as if built anew from what is left', async () => {
    await fc.assert(
      fc.asyncProperty(
        someArticles,
        someArticles,
        fc.infiniteStream(fc.boolean()),
        someQuery,
        async (before, after, coin, query) => {
          const index = await indexOf(before);
          const left = new Map(before.map((article) => [article.id, article]));
          for (const article of after) {
            if (coin.next().value) {
              await index.remove(article.id);
              left.delete(article.id);
            } else {
              await index.add(article);
              left.set(article.id, article);
            }
          }
          const rebuilt = await indexOf([...left.values()]);
          expect(await index.search(query)).toEqual(await rebuilt.search(query));
          expect(index.passageCount).toBe(rebuilt.passageCount);
          const terms = query.terms.map(({ term }) => term);
          expect(await index.documentFrequencies(terms)).toEqual(await rebuilt.documentFrequencies(terms));
        },
      ),
      runs(60),
    );
  });

  it('knows in how many passages a word stands, in the title or in the text', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, async (articles) => {
        const counted = new Map<string, number>();
        for (const article of articles) {
          for (const passage of splitPassages(article)) {
            const terms = new Set([
              ...indexTerms(article.title ?? ''),
              ...indexTerms(passageText(article, passage)),
            ]);
            for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1);
          }
        }
        const terms = [...counted.keys(), 'zebra'];
        const expected = terms.map((term) => counted.get(term) ?? 0);
        expect(await (await indexOf(articles)).documentFrequencies(terms)).toEqual(expected);
      }),
      runs(50),
    );
  });

  it('answers within sources as if there were no other articles, while articles come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        someArticles,
        someArticles,
        fc.infiniteStream(someSources),
        someQuery,
        fc.boolean(),
        async (before, after, sources, { terms, limit }, fuzzy) => {
          const query = { terms: terms.map((term) => ({ ...term, fuzzy })), limit };
          const from = (article: ArchivedArticle) => ({ ...article, sources: sources.next().value });
          const [first, second] = [before.map(from), after.map(from)];
          const index = await indexOf(first);
          const view = index.within([
            'shared',
            withoutWords('https://a.example/feed', ['Generals', 'oil voted']),
          ]);
          // Asked once before, so that what it remembers must be kept up to date.
          await view.search(query);
          const left = new Map(first.map((article) => [article.id, article]));
          for (const [position, article] of second.entries()) {
            if (position % 3 === 0) {
              await index.remove(article.id);
              left.delete(article.id);
            } else {
              await index.add(article);
              left.set(article.id, article);
            }
          }
          const alone = await indexOf([...left.values()].filter((article) => isVisible(article)));
          const words = terms.map(({ term }) => term);
          expect(await view.documentFrequencies(words)).toEqual(await alone.documentFrequencies(words));
          expect(await view.search(query)).toEqual(await alone.search(query));
          expect(view.passageCount).toBe(alone.passageCount);
        },
      ),
      runs(60),
    );
  });

  it('lets an article be removed that it does not hold', async () => {
    const index = await indexOf([oil]);
    await index.remove('nowhere');
    expect(index.passageCount).toBe(1);
  });
}
