import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeldTexts } from '../../../src/archive/memory/article-texts.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { IndexedArchive } from '../../../src/archive/memory/indexed-archive.js';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import { paragraphText } from '../../../src/archive/passage.js';
import { anArticle, someArticles, someQuery } from '../fixtures.js';

describe('an archive in memory', () => {
  it('gives its articles whole', async () => {
    const article = anArticle({ id: 'vote', title: 'The vote' });
    const archive = await buildArchive([article]);
    expect(await archive.article('vote')).toEqual(article);
    expect(await archive.article('nowhere')).toBeUndefined();
  });

  it('lists articles newest first: by publication, else by the day they were added, undated ones last by name', async () => {
    const archive = await buildArchive([
      anArticle({ id: 'undated-b' }),
      anArticle({ id: 'undated-a' }),
      anArticle({ id: 'old', published: '2020-01-03', added: '2020-01-09' }),
      anArticle({ id: 'added', added: '2020-01-04T12:00:00Z' }),
      anArticle({ id: 'evening', published: '2020-01-04T22:00:00-05:00' }),
      anArticle({ id: 'new', published: '2020-01-06' }),
    ]);
    const ids = archive.articles().map(({ id }) => id);
    expect(ids).toEqual(['new', 'evening', 'added', 'old', 'undated-a', 'undated-b']);
  });

  it('sums articles up without their text', async () => {
    const archive = await buildArchive([anArticle({ id: 'vote', paragraphs: ['They voted. They left.'] })]);
    expect(archive.articles()).toEqual([
      {
        id: 'vote',
        file: 'vote.txt',
        title: null,
        publisher: null,
        published: null,
        added: null,
        url: null,
        label: 'They voted. They left.',
        sentenceCount: 2,
        sources: ['shared'],
      },
    ]);
  });

  it('is empty of articles', async () => {
    const archive = await buildArchive([]);
    expect(archive).toMatchObject({ articleCount: 0, passageCount: 0 });
    expect(archive.articles()).toEqual([]);
    expect(await archive.search({ terms: [{ term: 'troop', weight: 1 }], limit: 3 })).toEqual([]);
  });

  it('is the same whatever the order of its articles', async () => {
    await fc.assert(
      fc.asyncProperty(someArticles, someQuery, async (articles, query) => {
        const [one, other] = [await buildArchive(articles), await buildArchive(articles.toReversed())];
        expect(await one.search(query)).toEqual(await other.search(query));
        expect(one.articles()).toEqual(other.articles());
        expect(one.passageCount).toBe(other.passageCount);
      }),
      { numRuns: 40 },
    );
  });

  it('follows additions, replacements and removals', async () => {
    const archive = new IndexedArchive(new MiniSearchIndex(), new HeldTexts());
    await archive.put(anArticle({ id: 'a', title: 'Troops' }));
    await archive.put(anArticle({ id: 'b', title: 'Oil' }));
    expect(archive.articles()).toHaveLength(2);
    await archive.put(anArticle({ id: 'a', title: 'Soldiers' }));
    await archive.remove('b');
    expect(archive.articles().map(({ label }) => label)).toEqual(['Soldiers']);
    expect(await archive.article('b')).toBeUndefined();
    expect(await archive.documentFrequencies(['troop', 'soldier', 'oil'])).toEqual([0, 1, 0]);
  });
});

describe('an article in the archive', () => {
  it('is cut into sentences that are parts of their paragraphs, in order', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        for (const article of articles) {
          for (const [number, sentence] of article.sentences.entries()) {
            expect(sentence.number).toBe(number);
            expect(paragraphText(article, sentence.paragraph)).toContain(sentence.text);
          }
          const inOrder = article.sentences.map((sentence) => sentence.paragraph);
          expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('says of the first sentence after a break that it does not read on', () => {
    const { sentences } = anArticle({ paragraphs: ['One came. Two went.', '--Three stayed. Four left.'] });
    expect(sentences.map(({ afterBreak }) => afterBreak)).toEqual([false, false, true, false]);
  });
});
